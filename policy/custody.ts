import type { BookingFields } from './booking.ts';
import { isTime } from './gate/times.ts';

/** What a booking tells of custody; the only reading of it, for lists, judgements and signed records alike. */
export interface Custody {
  readonly inCustody: boolean;
  /** From when on nobody may be held; the latest that was told. Times carry an offset. */
  readonly releaseEligibleAt: string | null;
  /** Null while in custody. */
  readonly releasedAt: string | null;
}

interface Told {
  readonly kind: string;
  readonly at: string;
}

/** `events` of the same moment stand in the order in which they were entered. */
interface Booked {
  readonly origin: 'desk' | 'import';
  readonly fields: Pick<BookingFields, 'release_datetime'>;
  readonly events: readonly Told[];
}

function latest(events: readonly Told[]): Told | null {
  return events.reduce<Told | null>(
    (last, event) => (last === null || Date.parse(event.at) >= Date.parse(last.at) ? event : last),
    null,
  );
}

function releaseOnForm({ fields }: Booked): readonly Told[] {
  const at = fields.release_datetime;
  return typeof at === 'string' && isTime(at) ? [{ kind: 'released', at }] : [];
}

/**
 * Somebody booked at the desk is in custody until a release, and again once a later event says so. What a file says of
 * other houses is not known: whoever came with one is in custody only where an event says so.
 */
export function custodyOf(booking: Booked): Custody {
  const { origin, events } = booking;
  const turns = events.filter(({ kind }) => kind === 'in-custody' || kind === 'released');
  const turn = latest([...releaseOnForm(booking), ...turns]);
  const eligible = latest(events.filter(({ kind }) => kind === 'release-eligible'));
  return {
    inCustody: turn === null ? origin === 'desk' : turn.kind === 'in-custody',
    releaseEligibleAt: eligible?.at ?? null,
    releasedAt: turn?.kind === 'released' ? turn.at : null,
  };
}
