import { describe, expect, test } from 'vitest';
import { CALLS } from '../../../contract/calls.ts';
import type { CallName } from '../../../contract/call-names.ts';
import { ROLES } from '../../../policy/people.ts';
import { BOOKERS, CLERKS, firstRoom, roomsOf, ROOMS, type RailRoom } from '../../../renderer/frame/rooms.ts';

/** The call that a room makes first: who may make it sees the room. */
const FIRST_CALL = {
  desk: 'desk.get',
  notification: 'notification.list',
  request: 'matter.list',
  duty: 'duty.list',
  supervisor: 'supervisor.get',
  report: 'report.get',
  exchange: 'import.quarantine',
  policy: 'policy.get',
  contact: 'contact.list',
  order: 'order.recalls',
  integrity: 'log.get',
  trail: 'trail.get',
  backup: 'backup.get',
  people: 'people.list',
} as const satisfies Record<RailRoom, CallName>;

const sorted = (roles: readonly string[] | string): readonly string[] =>
  typeof roles === 'string' ? [roles] : [...roles].sort();

describe('the rail', () => {
  test.each(ROOMS)('shows $name to those who may make its first call, and to nobody else', ({ name, roles }) => {
    expect(sorted(roles)).toEqual(sorted(CALLS[FIRST_CALL[name]].access));
  });

  test('offers a new booking to those who may open one', () => {
    expect(sorted(BOOKERS)).toEqual(sorted(CALLS['booking.open'].access));
  });

  test('offers a matter to those who may open one', () => {
    expect(sorted(CLERKS)).toEqual(sorted(CALLS['matter.open'].access));
  });

  test('has a letter for each room, and no letter twice', () => {
    const letters = ROOMS.map((room) => room.letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.every((letter) => /^[a-z]$/.test(letter))).toBe(true);
  });

  test.each(ROLES)('leads %s to a room that is on their rail', (role) => {
    expect(roomsOf(role).map((room) => room.name)).toContain(firstRoom(role).room);
  });
});
