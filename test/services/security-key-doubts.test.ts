// Keys that are not to be believed, and people who touch the wrong thing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyDoor, type KeyDoor } from '../support/key-door.ts';
import { lookInside } from '../support/look-inside.ts';
import { HOUR, MINUTE, movedClock } from '../support/moved-clock.ts';
import { softKey } from '../support/soft-key.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const steady = { by: 0 };
const clock = Object.assign(movedClock(), { monotonic: () => performance.now() + steady.by });
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

it('what is neither six digits nor a recovery code is no try: a key types letters where a code belongs', async () => {
  for (let at = 0; at < 6; at += 1) {
    const typed = await door.tryIn({ code: 'cccccbhknfvlrtnulvhgkchhhcctnctucgcrkjvh' });
    expect(typed).toMatchObject({ said: 'second-factor-needed', params: { ways: 'key' } });
  }
  expect(await door.touchIn(blue)).toBe('in');
});

it('a touch that one window asked for serves in no other, and at nothing else', async () => {
  const touch = blue.touch(await door.asked());
  expect((await door.tryIn({ touch }, 'sample', 'elsewhere')).said).toBe('second-factor-needed');
  const { digest } = await desk.done('handover.get', {});
  const taken = { shown: digest, name: 'sample', passphrase: PASSPHRASE, touch };
  expect(await desk.call('handover.sign', taken)).toMatchObject({ refusals: [{ code: 'second-factor-needed' }] });
  expect((await door.tryIn({ touch })).said).toBe('in');
});

it('nobody takes all of their own factor away', async () => {
  const people = await desk.done('people.list', {});
  const self = people.find(({ name }) => name === 'keeper')?.id ?? '';
  const reply = await desk.call('factor.remove', { personId: self }, 'keeper');
  expect(reply).toMatchObject({ refusals: [{ code: 'same-person', params: { why: 'own-factor' } }] });
});

it('where a factor stands nobody sets up another by the passphrase alone, which unlocks the screen', async () => {
  expect(await door.touchIn(blue)).toBe('in');
  await desk.done('session.lock', {}, 'door');
  await desk.done('session.unlock', { passphrase: PASSPHRASE }, 'door');
  const asked = { ok: false, refusals: [{ code: 'second-factor-needed', params: { ways: 'key' } }] };
  expect(await door.begin('Stranger')).toMatchObject(asked);
  for (const call of ['factor.begin', 'factor.renewCodes'] as const) {
    expect(await desk.call(call, { passphrase: PASSPHRASE }, 'door')).toMatchObject(asked);
  }
  const wrong = await door.begin('Stranger', softKey());
  expect(wrong).toMatchObject({ refusals: [{ code: 'wrong-code' }] });
  expect((await door.begin('Own', blue)).ok).toBe(true);
});

it('recovery codes are made anew for whoever has keys alone, and those of before serve no more', async () => {
  const ask = (given: object) => desk.call('factor.renewCodes', { passphrase: PASSPHRASE, ...given }, 'door');
  const needed = await ask({});
  const challenge = String(needed.ok ? '' : needed.refusals[0]?.params?.['challenge']);
  const old = codes;
  const reply = await ask({ touch: blue.touch(challenge) });
  codes = reply.ok ? reply.value.recoveryCodes : [];
  expect(codes).toHaveLength(10);
  expect(await desk.done('factor.get', {}, 'door')).toMatchObject({ code: false, codesLeft: 10, keys: [{}] });
  expect((await door.tryIn({ code: String(old[0]) })).said).toBe('wrong-code wrong');
  expect((await door.tryIn({ code: String(codes[9]) })).said).toBe('in');
  expect(await desk.done('factor.get', {}, 'door')).toMatchObject({ codesLeft: 9 });
  const types = (await desk.done('trail.mine', {}, 'door')).map(({ type }) => type);
  expect(types.slice(0, 8)).toEqual(expect.arrayContaining(['session.proved', 'second-factor.codes-made']));
  // Whoever has no factor has no codes, and whoever has a phone gets theirs with it.
  const none = await desk.call('factor.renewCodes', { passphrase: PASSPHRASE }, 'keeper');
  expect(none).toMatchObject({ refusals: [{ code: 'not-found' }] });
});

it('a key that counted back serves neither of its two holders, also after a restart, and the log says so', async () => {
  const double = blue.double();
  expect(await door.touchIn(blue)).toBe('in');
  const ahead = blue.touch(await door.asked());
  expect((await door.tryIn({ touch: ahead })).said).toBe('in');
  expect(await door.touchIn(double)).toBe('wrong-code went-back');
  expect(await door.tryIn()).toEqual({ said: 'second-factor-needed', params: { ways: 'closed' } });
  await desk.close();
  desk = await openTestStation(desk.folder, { clock });
  expect((await door.tryIn()).params).toEqual({ ways: 'closed' });
  expect((await door.tryIn({ touch: blue.touch('A'.repeat(43)) })).said).toBe('second-factor-needed');
  const inside = await lookInside(desk.folder);
  const told = inside.texts();
  inside.close();
  for (const type of ['session.key-counted-back', 'security-key.closed']) expect(told).toContain(type);
});

it('its owner comes in by a recovery code, sets up another, and takes it away, the last one too', async () => {
  expect((await door.tryIn({ code: String(codes[0]) })).said).toBe('in');
  const [key] = (await desk.done('factor.get', {}, 'door')).keys;
  expect(key?.serves).toBe(false);
  const take = { id: String(key?.id), passphrase: PASSPHRASE };
  const green = softKey();
  await door.enrol(green, 'door', codes[1]);
  expect((await door.tryIn()).params).toMatchObject({ ways: 'key', credentials: green.credential });
  expect(await door.touchIn(green)).toBe('in');
  const other = (await desk.done('factor.get', {}, 'door')).keys.find(({ serves }) => serves);
  const last = await desk.call('factor.removeKey', { ...take, id: String(other?.id) }, 'door');
  expect(last).toMatchObject({ refusals: [{ code: 'last-factor' }] });
  const double = green.double();
  expect(await door.touchIn(green)).toBe('in');
  expect(await door.touchIn(double)).toBe('wrong-code went-back');
  expect((await door.tryIn({ code: String(codes[2]) })).said).toBe('in');
  for (const { id } of (await desk.done('factor.get', {}, 'door')).keys) {
    await desk.done('factor.removeKey', { ...take, id }, 'door');
  }
  expect((await desk.done('factor.get', {}, 'door')).keys).toEqual([]);
});

it('twelve hours after both were given the screen locks by itself and opens by both, wherever the clock is set', async () => {
  const late = softKey();
  await desk.signIn('keeper', 'keeper');
  const trail = () => desk.done('trail.get', {}, 'keeper');
  const before = (await trail()).lines[0]?.entry ?? 0;
  await door.enrol(late, 'door', codes[3]);
  expect(await door.touchIn(late)).toBe('in');
  const unlock = (given: object) => desk.call('session.unlock', { passphrase: PASSPHRASE, ...given }, 'door');
  const state = () => desk.done('session.state', {}, 'door');
  const lock = () => desk.done('session.lock', {}, 'door');
  clock.by += 11 * HOUR;
  await lock();
  expect(await unlock({})).toMatchObject({ ok: true, value: { locked: false } });
  steady.by += 12 * HOUR;
  expect(await state()).toMatchObject({ locked: true });
  const needed = await unlock({});
  const why = { ways: 'key', why: 'long' };
  expect(needed).toMatchObject({ refusals: [{ code: 'second-factor-needed', params: why }] });
  const challenge = String(needed.ok ? '' : needed.refusals[0]?.params?.['challenge']);
  expect(await unlock({ touch: late.touch(challenge) })).toMatchObject({ ok: true, value: { locked: false } });
  clock.by += 12 * HOUR;
  expect(await desk.raw('desk.get', {}, 'door')).toMatchObject({ refusals: [{ code: 'locked' }] });
  expect(await unlock({})).toMatchObject({ ok: false });
  expect(await unlock({ code: codes[4] })).toMatchObject({ ok: true });
  await lock();
  expect(await unlock({})).toMatchObject({ ok: true });
  // Whoever has no second factor gives the passphrase, as at every lock.
  expect(await desk.raw('desk.get', {}, 'keeper')).toMatchObject({ refusals: [{ code: 'locked' }] });
  expect(await desk.call('session.unlock', { passphrase: PASSPHRASE }, 'keeper')).toMatchObject({ ok: true });
  const { lines, signs } = await trail();
  expect(lines.filter(({ type, by }) => type === 'session.locked' && by?.includes('keeper'))).toHaveLength(1);
  expect(signs.filter(({ sign, entry }) => sign === 'left-at-factor' && entry > before)).toEqual([]);
});

it('recovery codes that are on the screen wait behind a lock that opens by both, until they are written down', async () => {
  const unlock = async (given: object = {}) => {
    await desk.done('session.lock', {}, 'door');
    return desk.call('session.unlock', { passphrase: PASSPHRASE, ...given }, 'door');
  };
  const asked = { ok: false, refusals: [{ code: 'second-factor-needed', params: { ways: 'key', why: 'codes' } }] };
  expect((await door.tryIn({ code: String(codes[5]) })).said).toBe('in');
  const renew = { passphrase: PASSPHRASE, code: String(codes[6]) };
  const { recoveryCodes } = await desk.done('factor.renewCodes', renew, 'door');
  expect(await unlock()).toMatchObject(asked);
  expect(await desk.raw('factor.hideCodes', {}, 'door')).toMatchObject({ refusals: [{ code: 'locked' }] });
  expect(await unlock({ code: recoveryCodes[0] })).toMatchObject({ ok: true });
  expect(await unlock()).toMatchObject(asked);
  expect(await unlock({ code: recoveryCodes[1] })).toMatchObject({ ok: true });
  await desk.done('factor.hideCodes', {}, 'door');
  expect(await unlock()).toMatchObject({ ok: true });
});
