import type { Notification } from '../../contract/notification.ts';
import { words } from '../words/words.ts';

/** Whom a line of the log is about: "Placeholder, Kim · not booked"; a dash where nobody is named. */
export function aboutOf({ subject }: Pick<Notification, 'subject'>): string {
  if (subject === null) return '–';
  const name = [subject.lastName, subject.firstName].filter((part) => part !== '').join(', ');
  return subject.bookingNumber === null ? `${name} · ${words.notification.notBooked}` : name;
}

/** The same with the number of the booking first; empty where nobody is named. */
export function titleOf({ subject }: Pick<Notification, 'subject'>): string {
  if (subject === null) return '';
  const about = aboutOf({ subject });
  return subject.bookingNumber === null ? about : `${subject.bookingNumber} · ${about}`;
}
