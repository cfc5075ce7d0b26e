import { sql } from 'kysely';
import { GROUNDS } from '../../policy/decision.ts';
import { mayBeMinor } from '../../policy/juvenile.ts';
import { MATTER_KINDS } from '../../policy/matters/matter.ts';
import { OUTCOMES } from '../../policy/notification.ts';
import { ROLES } from '../../policy/people.ts';
import type { ReportedMatter, ReportedNotification } from '../../policy/report/report.ts';
import type { ReadDb } from '../database.ts';
import { toDetail } from '../matter/detail.ts';
import { closesMatter } from '../matter/reader.ts';
import { MATTER_NOW } from '../matter/now.ts';
import { oneOf, parseTexts } from '../parse.ts';
import {
  listed,
  ofBookings,
  sorted,
  type ByBookings,
  type ByEntries,
  type ByIds,
  type OfKind,
  type Under,
} from './wanted.ts';

function which(wanted: ByEntries | ByIds | OfKind) {
  if ('entries' in wanted) return sql<boolean>`m.entry_seq in ${listed(wanted.entries)}`;
  if ('ids' in wanted) return sql<boolean>`m.id in ${listed(wanted.ids)}`;
  return sql<boolean>`m.id in ${ofBookings(wanted.bookingIds, wanted.kind)}`;
}

/** Every event of these matters, with the ground that opened its act and the role of whoever entered it. */
function eventsOf(db: ReadDb, ids: readonly string[], before: number) {
  return db
    .selectFrom('matter_event as e')
    .leftJoin('matter_decision as d', (join) =>
      join.onRef('d.entry_seq', '=', 'e.entry_seq').on('d.outcome', '=', 'allow'),
    )
    .innerJoin('person as p', 'p.id', 'e.entered_by')
    .select(['e.matter_id', 'e.kind', 'e.at', 'e.entered_at', 'e.detail', 'd.ground', 'p.role'])
    .where(sql<boolean>`e.matter_id in ${listed(ids)}`)
    .where('e.entry_seq', '<', before)
    .orderBy(sorted('e.entry_seq'))
    .execute();
}

/** Matters with their course, in the order in which they were entered; no names. */
export async function listReportedMatters(
  db: ReadDb,
  wanted: ByEntries | ByIds | OfKind,
  { before }: Under,
): Promise<readonly ReportedMatter[]> {
  const rows = await db
    .selectFrom(MATTER_NOW)
    .select(['m.id', 'm.number', 'm.kind', 'm.booking_id', 'm.subject_dob', 'm.opened_at'])
    .where(which(wanted))
    .where('m.entry_seq', '<', before)
    .orderBy(sorted('m.entry_seq'))
    .execute();
  const ids = rows.map(({ id }) => id);
  const courses = Map.groupBy(await eventsOf(db, ids, before), (event) => event.matter_id);
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

function notified(wanted: ByEntries | ByIds | ByBookings) {
  if ('ids' in wanted) return sql<boolean>`n.id in ${listed(wanted.ids)}`;
  if ('bookingIds' in wanted) return sql<boolean>`n.booking_id in ${listed(wanted.bookingIds)}`;
  return sql<boolean>`n.entry_seq in ${listed(wanted.entries)}`;
}

/** In the order in which they were entered. */
export async function listReportedNotifications(
  db: ReadDb,
  wanted: ByEntries | ByIds | ByBookings,
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
    .where(notified(wanted))
    .where('n.entry_seq', '<', before)
    .orderBy(sorted('n.entry_seq'))
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
