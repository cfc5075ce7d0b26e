// Keys that are not to be believed, and people who touch the wrong thing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyDoor, type KeyDoor } from '../support/key-door.ts';
import { MINUTE, movedClock } from '../support/moved-clock.ts';
import { softKey } from '../support/soft-key.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const clock = movedClock();
const blue = softKey();
let desk: TestStation;
let door: KeyDoor;
let codes: readonly string[] = [];
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('administrator', 'keeper');
  door = keyDoor(() => desk);
  await door.tryIn();
  codes = await door.enrol(blue, 'door');
  clock.by += 16 * MINUTE;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.remove();
});

it('a key that stands in the store already, whoever’s it is, is not taken', async () => {
  await desk.signIn('keeper', 'keeper');
  const { challenge } = await desk.done('factor.beginKey', { name: 'Mine', passphrase: PASSPHRASE }, 'keeper');
  const again = await desk.call('factor.addKey', { name: 'Mine', made: blue.make(challenge) }, 'keeper');
  expect(again).toMatchObject({ refusals: [{ code: 'key-not-taken' }] });
  expect(codes).toHaveLength(10);
});
