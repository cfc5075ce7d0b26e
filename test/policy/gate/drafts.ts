import type { RawBooking } from '../../../policy/gate/booking.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A booking that may be saved at the desk, with these fields changed; every status field of the world is empty. */
export function draftWith(fields: Fields = {}, charges: readonly Fields[] = [{ offense: 'abdw' }]): RawBooking {
  return {
    fields: { last_name: 'Testperson', first_name: 'Alex', booking_datetime: '2026-03-08T01:40:00-05:00', ...fields },
    charges,
  };
}
