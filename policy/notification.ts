// The shape of a contact with a federal agency, as the gate sees it. The contract states the same shape for the
// process line; a test keeps the two alike.
import type { MatterSubject } from './matters/matter.ts';
import type { Refusal } from './refusal.ts';

export const CHANNELS = ['phone', 'fax', 'email', 'in-person', 'radio', 'letter'] as const;
export const OUTCOMES = ['notified', 'declined', 'no-action'] as const;
/** What may leave: the data categories of a notice. */
export const RELEASED = ['name', 'dob', 'booking-number', 'charge', 'place-of-custody'] as const;
/** About somebody who is not booked there is nothing more to tell. */
export const RELEASED_UNBOOKED: readonly (typeof RELEASED)[number][] = ['name', 'dob'];
export const DIRECTIONS = ['out', 'in'] as const;

/** A contact before it is recorded. Times carry an offset; texts are free unless a list is named. */
export interface NotificationDraft {
  readonly bookingId?: string | undefined;
  readonly determinationId?: string | undefined;
  /** Somebody who is not booked, in the role of this record; never beside a booking. */
  readonly subject?: MatterSubject | undefined;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly direction: (typeof DIRECTIONS)[number];
  readonly contactedAt: string;
  readonly agency: string;
  readonly unit?: string | undefined;
  readonly recipient?: string | undefined;
  readonly reachedAt?: string | undefined;
  readonly verifiedHow?: string | undefined;
  readonly channel: (typeof CHANNELS)[number];
  readonly purpose: string;
  readonly released: readonly (typeof RELEASED)[number][];
  readonly criminalHistory: boolean;
  readonly reason?: string | undefined;
}

/** What left with a contact, if anything did. */
type Left = Pick<NotificationDraft, 'outcome' | 'released' | 'criminalHistory'>;

/** Whether a ground of section 2 or its exceptions must stand: always where something leaves, whoever asked first. */
export function needsGround({ outcome, released, criminalHistory }: Left): boolean {
  return outcome === 'notified' || released.length > 0 || criminalHistory;
}

function unnamed({ subject }: NotificationDraft): readonly Refusal[] {
  return (subject?.lastName ?? '').trim() === '' ? [{ code: 'missing-value', field: 'subject.lastName' }] : [];
}

function unbookedReleased({ subject, released }: NotificationDraft): readonly Refusal[] {
  const more = released.some((item) => !RELEASED_UNBOOKED.includes(item));
  const unborn = released.includes('dob') && subject?.dob === undefined;
  return [
    ...(more ? [{ code: 'wrong-value', field: 'released', params: { why: 'not-booked' } } as const] : []),
    ...(unborn ? [{ code: 'missing-value', field: 'subject.dob' } as const] : []),
  ];
}

/** Somebody who is not booked is named, is in no booking, and has nothing of one to release. */
export function unbookedRefusals(draft: NotificationDraft): readonly Refusal[] {
  const { subject, bookingId, determinationId } = draft;
  if (subject === undefined) return [];
  const booked = bookingId !== undefined || determinationId !== undefined;
  const inBooking: readonly Refusal[] = booked
    ? [{ code: 'wrong-value', field: 'subject', params: { why: 'booked' } }]
    : [];
  return [...inBooking, ...unnamed(draft), ...unbookedReleased(draft)];
}
