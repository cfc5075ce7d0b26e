import { sql } from 'kysely';
import type { ReadDb, WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import { said } from '../ledger/said.ts';
import type { RecordMeta } from '../record-meta.ts';

interface Changed {
  readonly entry: number;
  readonly personId: string;
  readonly at: string;
  readonly change: string;
}

/**
 * What befell accounts after an entry, the oldest first. A change is named as its table names it. Cross joins keep SQLite
 * from beginning with every entry there ever was, or with every code that was ever used.
 */
export async function listAccountChanges(db: ReadDb, after: number): Promise<readonly Changed[]> {
  const { rows } = await sql<Changed>`select entry, personId, at, change from (
      select entry_seq as entry, id as personId, created_at as at, 'added' as change from person
      union all select entry_seq, person_id, at, kind from person_event
      union all select entry_seq, person_id, at, kind from account_event
      union all select f.entry_seq, f.person_id, f.at, iif(${said('type', 'l.leaf')} = 'second-factor.codes-made',
        'codes-made', 'factor-set') from second_factor f cross join ledger_entry l on l.seq = f.entry_seq
      union all select e.entry_seq, f.person_id, e.at, 'factor-removed' from second_factor f
        cross join second_factor_event e on e.factor_id = f.id and e.kind = 'removed'
      union all select entry_seq, person_id, at, 'key-added' from security_key
      union all select e.entry_seq, k.person_id, e.at, 'key-removed' from security_key k
        cross join security_key_event e on e.key_id = k.id and e.kind = 'removed')
    where entry > ${after} order by entry`.execute(db);
  return rows;
}

interface Added {
  readonly id: string;
  readonly at: string;
}

/** Since when each account is there. */
export async function listAdded(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<Added>`select id, created_at as at from person`.execute(db);
  return new Map(rows.map(({ id, at }) => [id, at]));
}

interface StoredAccountReview {
  readonly upto: number;
  readonly accounts: number;
  readonly active: number;
  readonly remark: string | null;
  readonly at: string;
  /** Display name. */
  readonly by: string;
}

/** Reviews of accounts, the newest first. */
export async function listAccountReviews(db: ReadDb, limit: number): Promise<readonly StoredAccountReview[]> {
  const { rows } = await sql<StoredAccountReview>`select r.upto, r.accounts, r.active, r.remark, r.at,
      p.display_name as "by" from account_review r join person p on p.id = r."by"
    order by r.entry_seq desc limit ${limit}`.execute(db);
  return rows;
}

export async function insertAccountReview(
  tx: WriteTx,
  review: { readonly id: string } & Omit<StoredAccountReview, 'at' | 'by'>,
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'account_review', { entry_seq: meta.entrySeq, ...review, at: meta.at, by: meta.by });
}
