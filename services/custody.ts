import type { BookingEvent } from '../contract/booking.ts';

export interface Custody {
  readonly inCustody: boolean;
  readonly releaseEligibleAt: string | null;
  readonly releasedAt: string | null;
}

function latest(events: readonly BookingEvent[], kind: BookingEvent['kind']): string | null {
  const times = events.filter((event) => event.kind === kind).map((event) => event.at);
  return times.reduce<string | null>(
    (last, at) => (last === null || Date.parse(at) > Date.parse(last) ? at : last),
    null,
  );
}

/** What the custody events of a booking add up to. Somebody booked is in custody until an event says released. */
export function custodyOf(events: readonly BookingEvent[]): Custody {
  const releasedAt = latest(events, 'released');
  return { inCustody: releasedAt === null, releaseEligibleAt: latest(events, 'release-eligible'), releasedAt };
}
