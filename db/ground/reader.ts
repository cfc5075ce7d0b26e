import { sql } from 'kysely';
import { ACTS, GROUNDS, type Act, type Ground } from '../../policy/decision.ts';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';
import { oneOf, parseTexts, type JsonRecord } from '../parse.ts';
import { parseRequest } from './stored-request.ts';

export interface StoredDetermination {
  readonly determinationId: string;
  readonly bookingId: string;
  readonly ground: Ground;
  readonly cite: string;
  readonly opens: readonly Act[];
  /** The request as the policy read it, with its facts and people. */
  readonly request: JsonRecord;
  /** Who asserted each fact, when, and on what basis; null in rows from before that was kept. */
  readonly asserted: JsonRecord | null;
  readonly packDigest: string;
  readonly decidedAt: string;
  /** Display name. */
  readonly decidedBy: string;
  readonly decidedById: string;
  readonly cosignedBy: string | null;
  readonly cosignedById: string | null;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** Every ground that was found to stand, sealed ones too, the oldest first; a page starts after `after`. */
export async function listDeterminations(
  db: ReadDb,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly (Pick<StoredDetermination, Judged> & { readonly entry: number; readonly outcome: 'allow' })[]> {
  const rows = await db
    .selectFrom('determination')
    .select(['entry_seq', 'ground', 'cite', 'opens', 'facts', 'pack_digest'])
    .where('entry_seq', '>', page.after)
    .orderBy('entry_seq')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    entry: row.entry_seq,
    outcome: 'allow',
    ground: oneOf(GROUNDS, row.ground, 'determination.ground'),
    cite: row.cite,
    opens: parseTexts(row.opens, 'determination.opens').map((act) => oneOf(ACTS, act, 'determination.opens')),
    ...parseRequest(row.facts, 'determination.facts'),
    packDigest: row.pack_digest,
  }));
}

export interface StoredStatus {
  readonly statusId: string;
  readonly determinationId: string;
  readonly value: string;
  readonly enteredAt: string;
  /** Display name. */
  readonly enteredBy: string;
}

type Judged = 'ground' | 'cite' | 'opens' | 'request' | 'asserted' | 'packDigest';

function determinations(db: ReadDb) {
  return db
    .selectFrom('determination as d')
    .innerJoin('person as p', 'p.id', 'd.decided_by')
    .leftJoin('person as c', 'c.id', 'd.cosigned_by')
    .where(notSealed('d.booking_id'))
    .selectAll('d')
    .select(['p.display_name as decider', 'c.display_name as cosigner'])
    .select(
      sql<string | null>`(select e.at from determination_event e where e.determination_id = d.id
        and e.kind = 'revoked' order by e.entry_seq limit 1)`.as('revoked_at'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof determinations>['execute']>>[number];

function toDetermination(row: Row): StoredDetermination {
  const opens = parseTexts(row.opens, 'determination.opens');
  return {
    determinationId: row.id,
    bookingId: row.booking_id,
    ground: oneOf(GROUNDS, row.ground, 'determination.ground'),
    cite: row.cite,
    opens: opens.map((act) => oneOf(ACTS, act, 'determination.opens')),
    ...parseRequest(row.facts, 'determination.facts'),
    packDigest: row.pack_digest,
    decidedAt: row.decided_at,
    decidedBy: row.decider,
    decidedById: row.decided_by,
    cosignedBy: row.cosigner,
    cosignedById: row.cosigned_by,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

export async function findDetermination(db: ReadDb, id: string): Promise<StoredDetermination | undefined> {
  const row = await determinations(db).where('d.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toDetermination(row);
}

/** The newest determination of a booking that is neither revoked nor over; of one ground or for one act, where named. */
export async function findStandingDetermination(
  db: ReadDb,
  wanted: { readonly bookingId: string; readonly ground?: Ground; readonly opens?: Act; readonly now: string },
): Promise<StoredDetermination | undefined> {
  const { bookingId, ground, opens, now } = wanted;
  const query = determinations(db).where('d.booking_id', '=', bookingId).orderBy('d.entry_seq', 'desc');
  const rows = await (ground === undefined ? query : query.where('d.ground', '=', ground)).execute();
  const standing = rows.filter((row) => row.revoked_at === null && Date.parse(row.expires_at) > Date.parse(now));
  return standing.map(toDetermination).find((one) => opens === undefined || one.opens.includes(opens));
}

function statusRecords(db: ReadDb) {
  return db
    .selectFrom('status_record as s')
    .innerJoin('person as p', 'p.id', 's.entered_by')
    .select([
      's.id as statusId',
      's.determination_id as determinationId',
      's.value',
      's.entered_at as enteredAt',
      'p.display_name as enteredBy',
    ])
    .orderBy('s.entry_seq', 'desc');
}

/** The sealed values of one booking, the newest first. */
export async function listStatusRecords(db: ReadDb, bookingId: string): Promise<readonly StoredStatus[]> {
  return statusRecords(db).where('s.booking_id', '=', bookingId).execute();
}

/** The same value under the same determination, by the same person, at `since` or later. */
export async function findSameStatus(
  db: ReadDb,
  status: Pick<StoredStatus, 'determinationId' | 'value'> & { readonly bookingId: string },
  recorded: { readonly by: string; readonly since: string },
): Promise<StoredStatus | undefined> {
  return statusRecords(db)
    .where('s.booking_id', '=', status.bookingId)
    .where('s.determination_id', '=', status.determinationId)
    .where('s.value', '=', status.value)
    .where('s.entered_by', '=', recorded.by)
    .where('s.entered_at', '>=', recorded.since)
    .limit(1)
    .executeTakeFirst();
}

export async function countStatusRecords(db: ReadDb, bookingId: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select count(*) as count from status_record
    where booking_id = ${bookingId}`.execute(db);
  return rows[0]?.count ?? 0;
}

export interface StoredDecision {
  readonly id: string;
  readonly bookingId: string;
  readonly act: Act | null;
  readonly ground: Ground;
  readonly request: JsonRecord;
  readonly asserted: JsonRecord | null;
  readonly packDigest: string;
  readonly outcome: 'allow' | 'refuse';
  readonly at: string;
}

/** Every answer of the policy on record, the oldest first; a page starts after `after`. */
export async function listDecisions(
  db: ReadDb,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly (StoredDecision & { readonly entry: number })[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('entry_seq', '>', page.after)
    .orderBy('entry_seq')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    entry: row.entry_seq,
    id: row.id,
    bookingId: row.booking_id,
    act: row.act === null ? null : oneOf(ACTS, row.act, 'decision.act'),
    ground: oneOf(GROUNDS, row.ground, 'decision.ground'),
    ...parseRequest(row.facts, 'decision.facts'),
    packDigest: row.pack_digest,
    outcome: oneOf(['allow', 'refuse'] as const, row.outcome, 'decision.outcome'),
    at: row.at,
  }));
}
