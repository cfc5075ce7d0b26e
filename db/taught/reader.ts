import type { TaughtPhrase } from '../../policy/screen/taught.ts';
import type { ReadDb } from '../database.ts';

export interface StoredTaughtPhrase extends TaughtPhrase {
  readonly phraseId: string;
  /** Number of the ledger entry that covers the teaching. */
  readonly entry: number;
  readonly reason: string;
  /** Display names. */
  readonly askedBy: string;
  readonly confirmedBy: string;
  readonly at: string;
  /** Null while it stands. */
  readonly revoked: {
    readonly at: string;
    /** Display name. */
    readonly by: string;
    readonly reason: string | null;
    readonly entry: number;
  } | null;
}

function phrases(db: ReadDb) {
  return db
    .selectFrom('taught_phrase as t')
    .innerJoin('person as a', 'a.id', 't.asked_by')
    .innerJoin('person as c', 'c.id', 't.confirmed_by')
    .leftJoin('taught_phrase_event as e', 'e.phrase_id', 't.id')
    .leftJoin('person as r', 'r.id', 'e.by')
    .select(['t.id', 't.entry_seq', 't.field', 't.grain', 't.phrase', 't.reason', 't.at'])
    .select(['a.display_name as asker', 'c.display_name as confirmer', 'r.display_name as revoker'])
    .select(['e.at as revoked_at', 'e.reason as revoked_because', 'e.entry_seq as revoked_entry'])
    .orderBy('t.entry_seq', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof phrases>['execute']>>[number];

function revokedOf({ revoked_at, revoker, revoked_entry, revoked_because }: Row): StoredTaughtPhrase['revoked'] {
  if (revoked_at === null || revoker === null || revoked_entry === null) return null;
  return { at: revoked_at, by: revoker, reason: revoked_because, entry: revoked_entry };
}

/** Every phrase that was ever taught, the newest first. */
export async function listTaughtPhrases(db: ReadDb): Promise<readonly StoredTaughtPhrase[]> {
  const rows = await phrases(db).execute();
  return rows.map((row) => ({
    phraseId: row.id,
    entry: row.entry_seq,
    field: row.field,
    grain: row.grain,
    phrase: row.phrase,
    reason: row.reason,
    askedBy: row.asker,
    confirmedBy: row.confirmer,
    at: row.at,
    revoked: revokedOf(row),
  }));
}
