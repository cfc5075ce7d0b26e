// Whoever lost phone and key, and comes in by the last code on their paper.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { keyDoor, type KeyDoor } from '../support/key-door.ts';
import { MINUTE, movedClock } from '../support/moved-clock.ts';
import { phoneShows } from '../support/phone.ts';
import { softKey } from '../support/soft-key.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const NEEDED = { ok: false, refusals: [{ code: 'second-factor-needed' }] };
const clock = movedClock();
const shown = (secret: string, steps = 0): string => phoneShows(secret, clock.now(), steps);
let desk: TestStation;
let door: KeyDoor;
let codes: readonly string[] = [];
let phone = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  door = keyDoor(() => desk);
  await door.tryIn();
  codes = await door.enrol(softKey(), 'door');
});
afterAll(async () => {
  expect((await desk.done('system.check', {})).ok).toBe(true);
  expect(desk.faults).toEqual([]);
  await desk.remove();
});
beforeEach(() => void (clock.by += 16 * MINUTE));

const beginPhone = (given: object = {}) => desk.call('factor.begin', { passphrase: PASSPHRASE, ...given }, 'door');
const state = () => desk.done('session.state', {}, 'door');

/** Signs in by each code of the paper but the last, then by that one. */
async function comeInByTheLast(): Promise<void> {
  for (const code of codes.slice(0, -1)) expect((await door.tryIn({ code })).said).toBe('in');
  expect(await state()).toMatchObject({ lastCode: false });
  expect(await beginPhone()).toMatchObject(NEEDED);
  expect((await door.tryIn({ code: String(codes.at(-1)) })).said).toBe('in');
  expect(await state()).toMatchObject({ lastCode: true });
}

it('sets up one phone with the passphrase, for the code that let in counts; nothing else, and no second one', async () => {
  await comeInByTheLast();
  expect(await beginPhone({ passphrase: 'x' })).toMatchObject({ refusals: [{ code: 'wrong-passphrase' }] });
  expect(await desk.call('factor.renewCodes', { passphrase: PASSPHRASE }, 'door')).toMatchObject(NEEDED);
  const { secret } = await desk.done('factor.begin', { passphrase: PASSPHRASE }, 'door');
  const key = await door.begin('Green one');
  const { recoveryCodes, session } = await desk.done('factor.confirm', { code: shown(secret) }, 'door');
  expect(session).toMatchObject({ lastCode: false });
  const made = softKey().make(key.ok ? key.value.challenge : '');
  const late = await desk.call('factor.addKey', { name: 'Green one', made }, 'door');
  expect(late).toMatchObject({ refusals: [{ code: 'key-not-taken', params: { why: 'late' } }] });
  expect(await beginPhone()).toMatchObject(NEEDED);
  [phone, codes] = [secret, recoveryCodes];
});

it('has until the lock: who opened it by the passphrase may be somebody else, and finishes nothing of before', async () => {
  await comeInByTheLast();
  const begun = await door.begin('Stranger');
  expect(begun.ok).toBe(true);
  expect((await beginPhone()).ok).toBe(true);
  await desk.done('session.lock', {}, 'door');
  const given = { passphrase: PASSPHRASE, code: String(codes.at(-1)) };
  expect(await desk.done('session.unlock', given, 'door')).toMatchObject({ locked: false, lastCode: false });
  expect(await beginPhone()).toMatchObject(NEEDED);
  expect(await door.begin('Stranger')).toMatchObject(NEEDED);
  const made = softKey().make(begun.ok ? begun.value.challenge : '');
  const late = await desk.call('factor.addKey', { name: 'Stranger', made }, 'door');
  expect(late).toMatchObject({ refusals: [{ code: 'key-not-taken' }] });
  expect(await desk.call('factor.confirm', { code: '000000' }, 'door')).toMatchObject({
    refusals: [{ code: 'wrong-code', params: { why: 'locked' } }],
  });
  expect((await door.tryIn({ code: shown(phone) })).said).toBe('in');
  expect(await state()).toMatchObject({ lastCode: false });
  const { secret } = await desk.done('factor.begin', { passphrase: PASSPHRASE, code: shown(phone, 1) }, 'door');
  codes = (await desk.done('factor.confirm', { code: shown(secret) }, 'door')).recoveryCodes;
});

it('sets up one key the same way', async () => {
  await comeInByTheLast();
  const green = softKey();
  const begun = await beginPhone();
  expect(await door.enrol(green, 'door')).toEqual([]);
  const secret = begun.ok ? begun.value.secret : '';
  expect(await desk.call('factor.confirm', { code: shown(secret) }, 'door')).toMatchObject({ ok: false });
  expect(await door.begin('Another')).toMatchObject(NEEDED);
  expect(await door.touchIn(green)).toBe('in');
});
