import type { MatterSubject } from '../../policy/matters/matter.ts';
import { MATTER_RULES } from '../../policy/matters/matter-rules.ts';
import type { Route } from '../frame/router.svelte.ts';
import type { Unbooked } from './about.ts';
import type { GroundForm } from './ground-form.svelte.ts';

/** Whom the form of a contact is about, and on what it rests. */
export type NoticeAbout = Omit<Extract<Route, { readonly room: 'notification' }>, 'room' | 'notice'>;

/** Nobody is booked: what was told goes along, and is judged once more as the notice is recorded. */
export function noticeAbout({ own, lines, subject, told }: GroundForm): NoticeAbout {
  const unbooked: Unbooked = { subject };
  if (own === null) return { unbooked };
  const { ground, cite } = own;
  const known = lines.filter((line) => line.state === 'known').map(({ name, shown }) => ({ name, shown }));
  return { unbooked: { ...unbooked, decided: { ...told, ground, cite, lines: known } } };
}

/** Somebody who may not stand in such a record is not named in it. */
function mayBeNamed({ role, lastName }: MatterSubject): boolean {
  return lastName !== undefined && MATTER_RULES.notice.subjects.some((one) => one === role);
}

/** No notice: about the booking, about whoever is named, or about nobody in particular. */
export function declineAbout({ subject }: GroundForm, bookingId: string | undefined): NoticeAbout {
  if (bookingId !== undefined) return { bookingId };
  return mayBeNamed(subject) ? { unbooked: { subject } } : { contact: true };
}
