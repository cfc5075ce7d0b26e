import { sql } from 'kysely';
import type { ReadDb, WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';

/** One entry of the log as a trail shows it: never what it is about. */
export interface TrailRow {
  readonly entry: number;
  readonly at: string;
  readonly type: string;
  /** Display name; null where nobody was signed in. */
  readonly by: string | null;
  /** Of a refusal, or of a look at something sealed or for somebody. */
  readonly call: string | null;
  readonly code: string | null;
}

/** How far back a trail is read at most, in entries. */
const FARTHEST = 50_000;

/** One bound: of two SQLite walks from the lower one, through all entries there ever were. */
const since = (after: number) => sql`e.seq > max(${after}, (select max(seq) from ledger_entry) - ${FARTHEST})`;

/** The newest entries after a number, of one person or of all. Times are to the hundredth where the audit has them. */
export async function listTrail(
  db: ReadDb,
  asked: { readonly after: number; readonly limit: number; readonly actor?: string },
): Promise<readonly TrailRow[]> {
  const own = asked.actor === undefined ? sql`1` : sql`cast(e.leaf as text) ->> 'actor' = ${asked.actor}`;
  const { rows } = await sql<TrailRow>`select e.seq as entry, coalesce(a.at, cast(e.leaf as text) ->> 'at') as at,
      cast(e.leaf as text) ->> 'type' as type, p.display_name as "by", a.call,
      coalesce(a.code, a.category) as code
    from ledger_entry e left join audit_event a on a.entry_seq = e.seq
      left join person p on p.id = cast(e.leaf as text) ->> 'actor'
    where ${since(asked.after)} and ${own}
    order by e.seq desc limit ${asked.limit}`.execute(db);
  return rows;
}

type TrailCount = Pick<TrailRow, 'type' | 'call' | 'code'> & { readonly count: number };

/** How often each kind of entry stands in the log after a number; a refusal by its code, a look by its call. */
export async function countTrail(db: ReadDb, after: number): Promise<readonly TrailCount[]> {
  const { rows } = await sql<TrailCount>`select cast(e.leaf as text) ->> 'type' as type,
      case when a.code is null then a.call end as call, a.code, count(*) as count
    from ledger_entry e left join audit_event a on a.entry_seq = e.seq
    where ${since(after)}
    group by 1, 2, 3 order by 4 desc, 1, 2, 3`.execute(db);
  return rows;
}

export interface StoredReview {
  readonly upto: number;
  readonly at: string;
  readonly by: string;
  readonly remark: string | null;
}

/** Reviews, the newest first. */
export async function listReviews(db: ReadDb, limit: number): Promise<readonly StoredReview[]> {
  const { rows } = await sql<StoredReview>`select r.upto, r.at, p.display_name as "by", r.remark
    from review r join person p on p.id = r."by" order by r.entry_seq desc limit ${limit}`.execute(db);
  return rows;
}

export async function insertReview(
  tx: WriteTx,
  review: { readonly id: string; readonly upto: number; readonly remark: string | null },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'review', { entry_seq: meta.entrySeq, ...review, at: meta.at, by: meta.by });
}
