import type { Booking } from '../../contract/booking.ts';
import { mayBeMinor } from '../../policy/juvenile.ts';
import type { MatterSubject } from '../../policy/matters/matter.ts';
import { words } from '../words/words.ts';
import { nameOf } from './about.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whom the page is about: "Booking 2026-00412 · Testperson, Alex". @param booked whether a booking is meant, read or not */
export function whoLine(booking: Booking | null, subject: MatterSubject, booked: boolean): string {
  if (booking === null) {
    return [nameOf(subject), booked ? '' : words.ground.notBooked].filter((part) => part !== '').join(' · ');
  }
  const { last_name: last, first_name: first } = booking.fields;
  return words.ground.booking(booking.number, nameOf({ lastName: textOf(last), firstName: textOf(first) }));
}

/** Whether the person is, or may be, under 18 (M28); false where nothing tells of an age. @param today `2026-03-08` */
export function maybeMinor(booking: Booking | null, subject: MatterSubject, today: string): boolean {
  const dob = booking === null ? subject.dob : textOf(booking.fields.dob);
  return mayBeMinor(dob, today);
}
