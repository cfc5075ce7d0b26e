import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, stepAt } from '../../services/keys/totp.ts';
import { recoverStation } from '../../services/recover-station.ts';
import { keyDoor, type KeyDoor } from '../support/key-door.ts';
import { lookInside } from '../support/look-inside.ts';
import { MINUTE, movedClock } from '../support/moved-clock.ts';
import { phoneShows } from '../support/phone.ts';
import { softKey } from '../support/soft-key.ts';
import { newTestStation, openTestStation, PASSPHRASE, stationOptions, type TestStation } from '../support/station.ts';

const clock = movedClock();
let desk: TestStation;
let sample = '';
let recoveryKey = '';
let door: KeyDoor;
beforeAll(async () => {
  const made = await newTestStation({ clock });
  ({ recoveryKey } = made);
  desk = made;
  sample = await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('administrator', 'keeper');
  door = keyDoor(() => desk);
}, 120_000);
afterAll(async () => {
  await desk.remove();
});
beforeEach(() => void (clock.by += 16 * MINUTE));

const own = async (client = 'door') => desk.done('factor.get', {}, client);

describe('a security key', () => {
  const blue = softKey();
  const spare = softKey();
  let codes: readonly string[] = [];

  it('is set up with the passphrase, under a name that tells no status, and brings recovery codes', async () => {
    expect((await door.tryIn()).said).toBe('in');
    expect(await own()).toEqual({ code: false, codesLeft: null, keys: [] });
    const begun = await desk.call('factor.beginKey', { name: 'Mine' }, 'door');
    expect(begun).toMatchObject({ refusals: [{ code: 'wrong-passphrase' }] });
    expect(await door.begin('illegal alien')).toMatchObject({ refusals: [{ field: 'name' }] });
    const { challenge } = await desk.done('factor.beginKey', { name: 'Mine', passphrase: PASSPHRASE }, 'door');
    const told = { name: 'illegal alien', made: blue.make(challenge) };
    expect(await desk.call('factor.addKey', told, 'door')).toMatchObject({ refusals: [{ field: 'name' }] });
    const reply = await desk.done('factor.addKey', { name: 'Blue one', made: blue.make(challenge) }, 'door');
    codes = reply.recoveryCodes;
    expect(codes).toHaveLength(10);
    expect(await own()).toMatchObject({ code: false, codesLeft: 10, keys: [{ name: 'Blue one' }] });
    expect((await desk.done('people.list', {})).map(({ hasFactor }) => hasFactor)).toEqual([false, true, false]);
  });

  it('is not set up at a challenge of before, of another window, that is too old, or that is somebody else’s', async () => {
    const begin = async () => {
      const begun = await door.begin('Mine', blue);
      return begun.ok ? begun.value.challenge : '';
    };
    const add = (challenge: string, client = 'door') =>
      desk.call('factor.addKey', { name: 'Spare', made: spare.make(challenge) }, client);
    const first = await begin();
    await begin();
    expect(await add(first)).toMatchObject({ refusals: [{ code: 'key-not-taken' }] });
    expect(await add(first)).toMatchObject({ refusals: [{ code: 'key-not-taken', params: { why: 'late' } }] });
    expect(await add(await begin(), 'test')).toMatchObject({ ok: false });
    const old = await begin();
    clock.by += 3 * MINUTE;
    expect(await add(old)).toMatchObject({ refusals: [{ params: { why: 'late' } }] });
    const again = await begin();
    expect(await desk.call('factor.addKey', { name: 'Twice', made: blue.make(again) }, 'door')).toMatchObject({
      refusals: [{ code: 'key-not-taken' }],
    });
  });

  it('is asked for after the passphrase, and its touch lets in', async () => {
    const { said, params } = await door.tryIn();
    expect(said).toBe('second-factor-needed');
    expect(params).toMatchObject({ ways: 'key', credentials: blue.credential });
    expect((await door.tryIn({ touch: blue.touch(String(params['challenge'])) })).said).toBe('in');
    expect(await door.touchIn(blue)).toBe('in');
  });

  it('lets nobody in by a touch that was used, is old, of a stranger’s key, or of another page', async () => {
    const touch = blue.touch(await door.asked());
    expect((await door.tryIn({ touch })).said).toBe('in');
    expect((await door.tryIn({ touch })).said).toBe('second-factor-needed');
    const old = blue.touch(await door.asked());
    clock.by += 3 * MINUTE;
    expect((await door.tryIn({ touch: old })).said).toBe('second-factor-needed');
    expect(await door.touchIn(softKey())).toBe('wrong-code untouched');
    expect(await door.touchIn(blue, { origin: 'https://key.example.invalid' })).toBe('wrong-code untouched');
    await desk.signIn('chief');
  });

  it('gives way to a recovery code, never to a code of the phone that nobody has', async () => {
    expect((await door.tryIn({ code: codes[0] ?? '' })).said).toBe('in');
    expect((await door.tryIn({ code: codes[0] ?? '' })).said).toBe('wrong-code used');
    const ofNothing = codeOf(new Uint8Array(), stepAt(clock.now()));
    expect((await door.tryIn({ code: ofNothing })).said).toBe('wrong-code wrong');
    expect(await door.touchIn(blue)).toBe('in');
  });

  it('closes the name after five touches that do not count', async () => {
    const said: string[] = [];
    for (let at = 0; at < 5; at += 1) said.push(await door.touchIn(blue, { flags: 0 }));
    expect(said).toEqual(Array.from({ length: 5 }, () => 'wrong-code untouched'));
    expect((await door.tryIn()).said).toBe('too-many-tries');
    await desk.done('people.letIn', { personId: sample });
    expect(await door.touchIn(blue)).toBe('in');
  });

  it('stands beside a second one; one’s own goes with the passphrase, the last one stays', async () => {
    const only = (await own()).keys[0]?.id ?? '';
    const take = (id: string, passphrase = PASSPHRASE) => desk.call('factor.removeKey', { id, passphrase }, 'door');
    expect(await take(only)).toMatchObject({ refusals: [{ code: 'last-factor' }] });
    expect(await door.enrol(spare, 'door', blue)).toEqual([]);
    expect(await take(only, 'x')).toMatchObject({ refusals: [{ code: 'wrong-passphrase' }] });
    expect((await take(only)).ok).toBe(true);
    expect(await take(only)).toMatchObject({ refusals: [{ code: 'not-found' }] });
    expect(await door.touchIn(blue)).toBe('wrong-code untouched');
    expect(await door.touchIn(spare)).toBe('in');
  });

  it('stands beside a phone, and the last one may go then', async () => {
    const code = String(codes[1]);
    const { secret } = await desk.done('factor.begin', { passphrase: PASSPHRASE, code }, 'door');
    await desk.done('factor.confirm', { code: phoneShows(secret, clock.now()) }, 'door');
    expect((await door.tryIn()).params).toMatchObject({ ways: 'both', credentials: spare.credential });
    expect(await door.touchIn(spare)).toBe('in');
    expect((await door.tryIn({ code: phoneShows(secret, clock.now(), 1) })).said).toBe('in');
    await desk.done('factor.removeKey', { id: (await own()).keys[0]?.id ?? '', passphrase: PASSPHRASE }, 'door');
    expect((await door.tryIn()).params).toEqual({});
  });

  it('is one of five at most', async () => {
    clock.by += MINUTE;
    const client = 'many';
    await desk.signIn('keeper', client);
    const keys = Array.from({ length: 5 }, softKey);
    for (const [at, key] of keys.entries()) await door.enrol(key, client, keys[at - 1]);
    expect(await door.begin('Sixth', keys[4], client)).toMatchObject({
      refusals: [{ code: 'key-not-taken', params: { why: 'many' } }],
    });
    expect(await door.touchIn(keys[4] ?? softKey(), {}, 'keeper')).toBe('in');
  });

  it('goes with all others when a keeper takes the factor away, and does not come back with the next', async () => {
    expect(await door.enrol(softKey(), 'test')).toHaveLength(10);
    const keeper = (await desk.done('people.list', {})).find(({ name }) => name === 'keeper');
    await desk.done('factor.remove', { personId: keeper?.id ?? '' });
    expect((await door.tryIn({}, 'keeper', 'many')).said).toBe('in');
    expect(await own('many')).toEqual({ code: false, codesLeft: null, keys: [] });
    const fresh = softKey();
    expect(await door.enrol(fresh, 'many')).toHaveLength(10);
    expect((await door.tryIn({}, 'keeper')).params['credentials']).toBe(fresh.credential);
  });

  it('is set up at the first sign-in where everybody must have a factor', async () => {
    await desk.done('settings.save', { 'second-factor': 'everybody' });
    const late = await desk.addPerson('auditor', 'late');
    expect((await door.tryIn({}, 'late', 'late')).said).toBe('set-up-factor');
    expect(await desk.raw('factor.get', {}, 'late')).toMatchObject({ refusals: [{ code: 'second-factor-first' }] });
    const { challenge } = await desk.done('factor.beginKey', { name: 'Mine' }, 'late');
    const key = softKey();
    const { session } = await desk.done('factor.addKey', { name: 'Mine', made: key.make(challenge) }, 'late');
    expect(session).toMatchObject({ must: null, person: { id: late } });
    expect(await door.touchIn(key, {}, 'late')).toBe('in');
    await desk.done('session.lock', {}, 'late');
    expect(await door.begin('Mine', key, 'late')).toMatchObject({
      ok: false,
    });
  });

  it('stands in the log and in the review of accounts, and the store holds together', async () => {
    const changes = (await desk.done('people.review', {})).accounts.flatMap((account) =>
      account.changes.map(({ change }) => change),
    );
    expect(changes).toEqual(
      expect.arrayContaining(['codes-made', 'key-added', 'key-removed', 'factor-set', 'factor-removed']),
    );
    expect((await desk.done('system.check', {})).ok).toBe(true);
    const inside = await lookInside(desk.folder);
    const entries = inside.texts();
    inside.close();
    for (const type of ['added', 'used', 'removed']) expect(entries).toContain(`security-key.${type}`);
    expect(desk.faults).toEqual([]);
  });

  it('goes with a chief’s lost passphrase when the recovery key is used', async () => {
    await desk.close();
    const { folder, recoveryFolder } = desk;
    const fresh = { name: 'chief', passphrase: 'nine slow barges on the canal' };
    const found = await recoverStation(stationOptions(folder, { clock }), { ...fresh, recoveryKey, recoveryFolder });
    expect(found.ok).toBe(true);
    desk = await openTestStation(folder, { clock });
    expect(await desk.done('session.signIn', fresh)).toMatchObject({ must: 'set-up-factor' });
  });
});
