import type { Role } from '../../policy/people.ts';
import { words } from '../words/words.ts';
import type { RoomName, Route } from './router.svelte.ts';

/** Somebody's own account, a booking, a matter, "May we …?", forms on paper and the check of a copy are reached from a page, not from the rail. */
export type RailRoom = Exclude<RoomName, 'account' | 'blank' | 'booking' | 'ground' | 'matter' | 'verify'>;

export interface Room {
  readonly name: RailRoom;
  readonly label: string;
  /** After G. */
  readonly letter: string;
  /** Whose rail shows it: those who may make its first call. */
  readonly roles: readonly Role[];
}

/** Rooms of the rail, in order. */
export const ROOMS: readonly Room[] = [
  {
    name: 'desk',
    label: words.frame.desk,
    letter: 'd',
    roles: ['booking-officer', 'supervisor', 'chief', 'records-clerk', 'auditor'],
  },
  {
    name: 'notification',
    label: words.frame.notificationLog,
    letter: 'l',
    roles: ['booking-officer', 'supervisor', 'chief', 'records-clerk', 'auditor'],
  },
  {
    name: 'request',
    label: words.frame.requests,
    letter: 'q',
    roles: ['booking-officer', 'supervisor', 'chief', 'records-clerk', 'auditor'],
  },
  {
    name: 'duty',
    label: words.frame.duties,
    letter: 'u',
    roles: ['booking-officer', 'supervisor', 'chief', 'records-clerk', 'auditor'],
  },
  {
    name: 'supervisor',
    label: words.frame.supervisor,
    letter: 's',
    roles: ['supervisor', 'chief'],
  },
  {
    name: 'report',
    label: words.frame.reports,
    letter: 't',
    roles: ['booking-officer', 'supervisor', 'chief', 'records-clerk', 'auditor'],
  },
  {
    name: 'exchange',
    label: words.frame.recordsSystem,
    letter: 'r',
    roles: ['booking-officer', 'supervisor', 'chief', 'records-clerk'],
  },
  {
    name: 'policy',
    label: words.frame.policy,
    letter: 'p',
    roles: ['booking-officer', 'supervisor', 'chief', 'records-clerk', 'auditor', 'administrator'],
  },
  {
    name: 'contact',
    label: words.frame.contacts,
    letter: 'c',
    roles: ['booking-officer', 'supervisor', 'chief', 'records-clerk', 'auditor', 'administrator'],
  },
  { name: 'order', label: words.frame.orders, letter: 'o', roles: ['chief', 'records-clerk'] },
  {
    name: 'integrity',
    label: words.frame.integrity,
    letter: 'i',
    roles: ['supervisor', 'chief', 'auditor', 'administrator'],
  },
  { name: 'trail', label: words.frame.trail, letter: 'a', roles: ['supervisor', 'chief', 'auditor', 'administrator'] },
  { name: 'backup', label: words.frame.backups, letter: 'b', roles: ['chief', 'administrator'] },
  { name: 'people', label: words.frame.people, letter: 'e', roles: ['chief', 'administrator'] },
];

/** Who may open a matter and tell what happened in it. */
export const CLERKS: readonly Role[] = ['booking-officer', 'supervisor', 'chief', 'records-clerk'];

/** Who may open a booking, ask the policy and act on a duty. */
export const BOOKERS: readonly Role[] = ['booking-officer', 'supervisor', 'chief'];

/** Who may write a paper that leaves. */
export const RELEASERS: readonly Role[] = ['supervisor', 'chief', 'records-clerk'];

/** Who keeps the contacts and looks after the others. */
export const SUPERVISORS: readonly Role[] = ['supervisor', 'chief'];

export function roomsOf(role: Role): readonly Room[] {
  return ROOMS.filter((room) => room.roles.includes(role));
}

/** Where a person begins after signing in. */
export function firstRoom(role: Role): Route {
  return { room: roomsOf(role)[0]?.name ?? 'policy' };
}

export function readsDesk(role: Role): boolean {
  return roomsOf(role).some((room) => room.name === 'desk');
}
