import type { ReportedMatter, ReportedNotification, ReportInput } from '../../../policy/report/report.ts';

/** A span in which nothing happened. */
export const NOTHING: ReportInput = {
  from: '2026-03-01',
  to: '2026-03-31',
  now: '2026-04-01T08:00:00-04:00',
  matters: [],
  notifications: [],
  duties: [],
  bookings: [],
  taskForce: [],
  refusals: [],
  kept: [],
};

/** A matter of a booking, opened by its first event. */
export function matter(number: string, kind: ReportedMatter['kind'], events: ReportedMatter['events']): ReportedMatter {
  return {
    id: `id-${number}`,
    number,
    kind,
    bookingId: 'b-1',
    minor: false,
    openedAt: events[0]?.at ?? '',
    closedAt: null,
    events,
  };
}

/** An event that was entered when it happened. */
export function event(
  kind: string,
  at: string,
  more: Partial<ReportedMatter['events'][number]> = {},
): ReportedMatter['events'][number] {
  return { kind, at, enteredAt: at, detail: {}, ground: null, enteredBy: 'booking-officer' as const, ...more };
}

/** A notice that went out for a booking. */
export function notice(number: string, more: Partial<ReportedNotification>): ReportedNotification {
  return {
    id: `id-${number}`,
    number,
    bookingId: 'b-1',
    outcome: 'notified',
    direction: 'out',
    channel: 'phone',
    contactedAt: '2026-03-08T01:40:00-05:00',
    enteredAt: '2026-03-08T01:45:00-05:00',
    ground: '2a',
    released: ['name', 'charge'],
    criminalHistory: false,
    ...more,
  };
}
