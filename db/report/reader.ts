import { sql } from 'kysely';
import { GROUNDS } from '../../policy/decision.ts';
import { mayBeMinor } from '../../policy/juvenile.ts';
import { MATTER_KINDS } from '../../policy/matters/matter.ts';
import { OUTCOMES } from '../../policy/notification.ts';
import { ROLES } from '../../policy/people.ts';
import type {
  ReportedDuty,
  ReportedMatter,
  ReportedNotification,
  ReportedRefusal,
} from '../../policy/report/report.ts';
import type { ReadDb } from '../database.ts';
import { toDetail } from '../matter/detail.ts';
import { closesMatter } from '../matter/reader.ts';
import { MATTER_NOW } from '../matter/now.ts';
import { oneOf, parseTexts } from '../parse.ts';

/** What stands under a head of the log: entries with a lower number. */
export interface Under {
  readonly before: number;
}

/** Every event of every matter, with the ground that opened its act and the role of whoever entered it. */
function eventsOf(db: ReadDb, before: number) {
  return db
    .selectFrom('matter_event as e')
    .leftJoin('matter_decision as d', (join) =>
      join.onRef('d.entry_seq', '=', 'e.entry_seq').on('d.outcome', '=', 'allow'),
    )
    .innerJoin('person as p', 'p.id', 'e.entered_by')
    .select(['e.matter_id', 'e.kind', 'e.at', 'e.entered_at', 'e.detail', 'd.ground', 'p.role'])
    .where('e.entry_seq', '<', before)
    .orderBy('e.entry_seq')
    .execute();
}

/** Every matter with its course, in the order in which it was entered; no names. */
export async function listReportedMatters(db: ReadDb, { before }: Under): Promise<readonly ReportedMatter[]> {
  const events = await eventsOf(db, before);
  const courses = new Map<string, typeof events>();
  for (const event of events) courses.set(event.matter_id, [...(courses.get(event.matter_id) ?? []), event]);
  const rows = await db
    .selectFrom(MATTER_NOW)
    .select(['m.id', 'm.number', 'm.kind', 'm.booking_id', 'm.subject_dob', 'm.opened_at'])
    .where('m.entry_seq', '<', before)
    .orderBy('m.entry_seq')
    .execute();
  return rows.map((row) => {
    const kind = oneOf(MATTER_KINDS, row.kind, 'matter.kind');
    const course = courses.get(row.id) ?? [];
    const openedAt = course[0]?.at ?? row.opened_at;
    return {
      id: row.id,
      number: row.number,
      kind,
      bookingId: row.booking_id,
      minor: mayBeMinor(row.subject_dob, openedAt),
      openedAt,
      closedAt: course.find((event) => closesMatter(kind, event.kind))?.at ?? null,
      events: course.map((event) => ({
        kind: event.kind,
        at: event.at,
        enteredAt: event.entered_at,
        detail: toDetail(event.detail, 'matter_event.detail'),
        ground: event.ground === null ? null : oneOf(GROUNDS, event.ground, 'matter_decision.ground'),
        enteredBy: oneOf(ROLES, event.role, 'person.role'),
      })),
    };
  });
}

export async function listReportedNotifications(
  db: ReadDb,
  { before }: Under,
): Promise<readonly ReportedNotification[]> {
  const rows = await db
    .selectFrom('notification as n')
    .leftJoin('determination as d', 'd.id', 'n.determination_id')
    // The answer about somebody who is not booked stands under the same entry.
    .leftJoin('matter_decision as a', 'a.entry_seq', 'n.entry_seq')
    .select((eb) => eb.fn.coalesce('d.ground', 'a.ground').as('ground'))
    .select([
      'n.id',
      'n.number',
      'n.booking_id',
      'n.outcome',
      'n.direction',
      'n.channel',
      'n.contacted_at',
      'n.entered_at',
    ])
    .select(['n.released', 'n.criminal_history'])
    .where('n.entry_seq', '<', before)
    .orderBy('n.entry_seq')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    bookingId: row.booking_id,
    outcome: oneOf(OUTCOMES, row.outcome, 'notification.outcome'),
    direction: oneOf(['in', 'out'] as const, row.direction, 'notification.direction'),
    channel: row.channel,
    contactedAt: row.contacted_at,
    enteredAt: row.entered_at,
    ground: row.ground === null ? null : oneOf(GROUNDS, row.ground, 'determination.ground'),
    released: parseTexts(row.released, 'notification.released'),
    criminalHistory: row.criminal_history === 1,
  }));
}

/** Every duty with what it hangs on: a booking of its own, or that of its matter. */
export async function listReportedDuties(db: ReadDb, { before }: Under): Promise<readonly ReportedDuty[]> {
  return db
    .selectFrom('duty as d')
    .leftJoin('duty_event as e', (join) =>
      join.onRef('e.duty_id', '=', 'd.id').on('e.kind', '=', 'done').on('e.entry_seq', '<', before),
    )
    .leftJoin(MATTER_NOW, 'm.id', 'd.matter_id')
    .select(['d.id', 'd.duty', 'd.since', 'd.by_time as by', 'e.at as doneAt', 'd.matter_id as matterId'])
    .select((eb) => eb.fn.coalesce('d.booking_id', 'm.booking_id').as('bookingId'))
    .where('d.entry_seq', '<', before)
    .orderBy('d.entry_seq')
    .execute();
}

/**
 * Refusals with their rule alone: no person, no call, no place. Those that no entry covers, from before the log covered
 * them or while it was refused, are always among them.
 */
export async function listReportedRefusals(db: ReadDb, { before }: Under): Promise<readonly ReportedRefusal[]> {
  const { rows } = await sql<ReportedRefusal>`select id, at, coalesce(clause, code) as clause from (
    select id, at, clause, code from refusal_log union all
    select id, at, clause, code from audit_event where kind = 'refused' and entry_seq < ${before}) order by at`.execute(
    db,
  );
  return rows;
}
