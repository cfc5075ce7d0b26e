import { BOOKING_EVENTS, type BookingEventKind, type BookingFields } from '../../policy/booking.ts';
import type { ReadDb } from '../database.ts';
import { oneOf } from '../parse.ts';

export interface TimelineEvent {
  readonly id: string;
  readonly kind: BookingEventKind | 'opened' | 'saved' | 'corrected' | 'arrested';
  readonly at: string;
  readonly enteredAt: string;
  /** Display name. */
  readonly by: string;
  readonly detail?: string;
}

async function opening(db: ReadDb, bookingId: string): Promise<readonly TimelineEvent[]> {
  const rows = await db
    .selectFrom('booking as b')
    .innerJoin('person as p', 'p.id', 'b.opened_by')
    .select(['b.opened_at as at', 'p.display_name as by'])
    .where('b.id', '=', bookingId)
    .execute();
  return rows.map(({ at, by }) => ({ id: `${bookingId}/opened`, kind: 'opened', at, enteredAt: at, by }));
}

async function savings(db: ReadDb, bookingId: string): Promise<readonly TimelineEvent[]> {
  const rows = await db
    .selectFrom('booking_version as v')
    .innerJoin('person as p', 'p.id', 'v.saved_by')
    .select(['v.version', 'v.saved_at as at', 'p.display_name as by'])
    .where('v.booking_id', '=', bookingId)
    .orderBy('v.version')
    .execute();
  return rows.map(({ version, at, by }) => ({
    id: `${bookingId}/${String(version)}`,
    kind: version === 1 ? 'saved' : 'corrected',
    at,
    enteredAt: at,
    by,
  }));
}

async function recorded(db: ReadDb, bookingId: string): Promise<readonly TimelineEvent[]> {
  const rows = await db
    .selectFrom('booking_event as e')
    .innerJoin('person as p', 'p.id', 'e.entered_by')
    .select(['e.id', 'e.kind', 'e.at', 'e.entered_at as enteredAt', 'p.display_name as by', 'e.detail'])
    .where('e.booking_id', '=', bookingId)
    .orderBy('e.entry_seq')
    .execute();
  return rows.map(({ detail, kind, ...row }) => ({
    ...row,
    kind: oneOf(BOOKING_EVENTS, kind, 'booking_event.kind'),
    ...(detail === null ? {} : { detail }),
  }));
}

function arrest(fields: BookingFields, saved: TimelineEvent | undefined): readonly TimelineEvent[] {
  const at = fields.arrest_datetime;
  if (typeof at !== 'string' || saved === undefined) return [];
  return [{ ...saved, id: `${saved.id}/arrested`, kind: 'arrested', at }];
}

/** All that happened to a booking, by the time it happened. */
export async function listTimeline(
  db: ReadDb,
  bookingId: string,
  fields: BookingFields,
): Promise<readonly TimelineEvent[]> {
  const saved = await savings(db, bookingId);
  const events = [
    ...(await opening(db, bookingId)),
    ...arrest(fields, saved[0]),
    ...saved,
    ...(await recorded(db, bookingId)),
  ];
  return events.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
