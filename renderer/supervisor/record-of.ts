import type { LateEntry, SupervisedDuty } from '../../contract/supervision.ts';
import type { Route } from '../frame/router.svelte.ts';
import { eventWord } from '../matter/matter-words.ts';
import { words } from '../words/words.ts';

/** Where the record of a duty stands: the notice it is about, the matter, the booking; else the duty itself. */
export function recordOf(duty: Pick<SupervisedDuty, 'notificationId' | 'matterId' | 'bookingId'>): Route {
  const { notificationId, matterId, bookingId } = duty;
  if (notificationId !== null) return { room: 'notification', notificationId };
  if (matterId !== null) return { room: 'matter', matterId };
  return bookingId === null ? { room: 'duty' } : { room: 'booking', bookingId };
}

export function recordOfEntry({ of, id }: LateEntry): Route {
  if (of === 'notification') return { room: 'notification', notificationId: id };
  return of === 'matter' ? { room: 'matter', matterId: id } : { room: 'booking', bookingId: id };
}

/** What was entered late, in the words of its own page. */
export function entryWord(entry: LateEntry): string {
  if (entry.of === 'matter') return eventWord(entry.kind, entry.event);
  return entry.of === 'booking' ? words.custody.events[entry.event] : words.supervisor.notice;
}
