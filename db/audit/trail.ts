import { sql, type RawBuilder } from 'kysely';
import type { ReadDb, WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import { said, saidAt } from '../ledger/said.ts';
import type { RecordMeta } from '../record-meta.ts';

/** One entry of the log as a trail shows it: never what it is about. */
export interface TrailRow {
  readonly entry: number;
  /** Null where the entry says no moment and the audit has none. */
  readonly at: string | null;
  /** Null where somebody made the entry unreadable; what the audit has of it stands in the row all the same. */
  readonly type: string | null;
  /** Display name; null where nobody was signed in, or the entry does not say who. */
  readonly by: string | null;
  /** Of a refusal, or of a look at something sealed or for somebody. */
  readonly call: string | null;
  readonly code: string | null;
}

/** How far back a trail is read at most, in entries. */
const FARTHEST = 50_000;

/** One bound: of two SQLite walks from the lower one, through all entries there ever were. */
const since = (entry: string, after: number) =>
  sql<boolean>`${sql.ref(entry)} > max(${after}, (select max(seq) from ledger_entry) - ${FARTHEST})`;

/** The newest entries, all after a number or all of one person. Times are to the hundredth where the audit has them. */
export async function listTrail(
  db: ReadDb,
  asked: { readonly limit: number } & ({ readonly after: number } | { readonly actor: string }),
): Promise<readonly TrailRow[]> {
  const wanted = 'actor' in asked ? sql`${said('actor', 'e.leaf')} = ${asked.actor}` : since('e.seq', asked.after);
  const { rows } = await sql<TrailRow>`select e.seq as entry, coalesce(a.at, ${saidAt('e.leaf')}) as at,
      iif(${said('type', 'e.leaf')} > '', ${said('type', 'e.leaf')}, null) as type, p.display_name as "by", a.call,
      coalesce(a.code, a.category) as code
    from ledger_entry e left join audit_event a on a.entry_seq = e.seq
      left join person p on p.id = ${said('actor', 'e.leaf')}
    where ${wanted}
    order by e.seq desc limit ${asked.limit}`.execute(db);
  return rows;
}

type TrailCount = Pick<TrailRow, 'type' | 'call' | 'code'> & { readonly count: number };

/** Entries after a number that somebody made unreadable: in the index of kinds they stand before every word. */
const bent = (after: number) => sql`select e.seq from ledger_entry e
    where ${said('type', 'e.leaf')} is null and ${since('e.seq', after)}
  union all select e.seq from ledger_entry e where ${said('type', 'e.leaf')} <= '' and ${since('e.seq', after)}`;

/** The next kind of entry behind this one, by a step through the index of kinds. */
const next = (after: RawBuilder<unknown>) =>
  sql`(select min(${said('type', 'leaf')}) from ledger_entry where ${said('type', 'leaf')} > ${after})`;

/**
 * How often each kind of entry stands in the log after a number; a refusal by its code, a look by its call. Kinds are
 * counted in their index, refusals and looks in the audit, and what the audit does not tell apart is left as it is.
 * Unreadable entries are one kind, null, whatever the audit has of them.
 */
export async function countTrail(db: ReadDb, after: number): Promise<readonly TrailCount[]> {
  const { rows } = await sql<TrailCount>`with recursive
      kinds (type) as (select ${next(sql`''`)}
        union all select ${next(sql`kinds.type`)} from kinds where kinds.type is not null),
      entries (type, count) as materialized (select kinds.type, (select count(*) from ledger_entry e
        where ${said('type', 'e.leaf')} = kinds.type and ${since('e.seq', after)}) from kinds
        where kinds.type is not null),
      bent (seq) as materialized (${bent(after)}),
      told (type, call, code, count) as materialized (
        select case a.kind when 'refused' then 'gate.refused' else 'session.' || a.kind end,
          case when a.code is null then a.call end, a.code, count(*)
        from audit_event a where ${since('a.entry_seq', after)} and a.kind in ('refused', 'looked')
          and a.entry_seq not in (select seq from bent) group by 1, 2, 3),
      counted (type, call, code, count) as (select * from told union all
        select entries.type, null, null,
          entries.count - coalesce((select sum(told.count) from told where told.type = entries.type), 0) from entries
        union all select null, null, null, count(*) from bent)
    select type, call, code, count from counted where count > 0 order by 4 desc, 1, 2, 3`.execute(db);
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
