import { sql } from 'kysely';
import type { ReportedDuty, ReportedRefusal } from '../../policy/report/report.ts';
import type { ReadDb } from '../database.ts';
import { listed, ofBookings, sorted, told, type ByBookings, type ByEntries, type Days, type Under } from './wanted.ts';

/** What a duty hangs on. */
export interface Owners extends ByBookings {
  readonly matterIds: readonly string[];
}

/** Calls to the task force, whenever they were made: 2(c). */
export type TaskForce = 'task-force';

function due(wanted: ByEntries | Owners | TaskForce) {
  if (wanted === 'task-force') return sql<boolean>`d.duty = 'jttf'`;
  if ('entries' in wanted) return sql<boolean>`d.entry_seq in ${listed(wanted.entries)}`;
  const { bookingIds, matterIds } = wanted;
  return sql<boolean>`(d.booking_id in ${listed(bookingIds)} or d.matter_id in ${listed(matterIds)}
    or d.matter_id in ${ofBookings(bookingIds, null)})`;
}

/** Duties with what they hang on: a booking of their own, or that of their matter. In the order in which they were entered. */
export async function listReportedDuties(
  db: ReadDb,
  wanted: ByEntries | Owners | TaskForce,
  { before }: Under,
): Promise<readonly ReportedDuty[]> {
  return (
    db
      .selectFrom('duty as d')
      .leftJoin('duty_event as e', (join) =>
        join.onRef('e.duty_id', '=', 'd.id').on('e.kind', '=', 'done').on('e.entry_seq', '<', before),
      )
      .select(['d.id', 'd.duty', 'd.since', 'd.by_time as by', 'e.at as doneAt', 'd.matter_id as matterId'])
      // One at a time: joined, the view would be put together for every matter there is.
      .select(
        sql<string | null>`coalesce(d.booking_id, (select m.booking_id from matter_now m where m.id = d.matter_id))`.as(
          'bookingId',
        ),
      )
      .where(due(wanted))
      .where('d.entry_seq', '<', before)
      .orderBy(sorted('d.entry_seq'))
      .execute()
  );
}

/**
 * Refusals of days with their rule alone: no person, no call, no place. Those that no entry covers, from before the log
 * covered them or while it was refused, are always among them.
 */
export async function listReportedRefusals(
  db: ReadDb,
  days: Days,
  { before }: Under,
): Promise<readonly ReportedRefusal[]> {
  const { rows } = await sql<ReportedRefusal>`select id, at, coalesce(clause, code) as clause from (
    select id, at, clause, code from refusal_log where ${told('at', days)} union all
    select id, at, clause, code from audit_event where kind = 'refused' and ${told('at', days)}
      and entry_seq < ${before}) order by at`.execute(db);
  return rows;
}
