import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookInside } from '../support/look-inside.ts';
import { MINUTE, movedClock } from '../support/moved-clock.ts';
import { phoneShows } from '../support/phone.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const ASKED = 'session.factor-asked';
const clock = movedClock();
const shown = (secret: string, steps = 0): string => phoneShows(secret, clock.now(), steps);

let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('administrator', 'keeper');
}, 120_000);
afterAll(async () => {
  await desk.remove();
});
beforeEach(() => {
  clock.by += 16 * MINUTE;
});

async function tryIn(name: string, code?: string, client = 'door'): Promise<string> {
  const given = code === undefined ? {} : { code };
  const reply = await desk.call('session.signIn', { name, passphrase: PASSPHRASE, ...given }, client);
  return reply.ok
    ? (reply.value.must ?? 'in')
    : [reply.refusals[0]?.code, reply.refusals[0]?.params?.['why']].join(' ').trim();
}

/** Sets a factor up for whoever is in at a client. */
async function enrol(client: string, passphrase?: string): Promise<{ secret: string; codes: readonly string[] }> {
  const given = passphrase === undefined ? {} : { passphrase };
  const { secret } = await desk.done('factor.begin', given, client);
  const { recoveryCodes } = await desk.done('factor.confirm', { code: shown(secret) }, client);
  return { secret, codes: recoveryCodes };
}

async function idOf(name: string): Promise<string> {
  return (await desk.done('people.list', {})).find((person) => person.name === name)?.id ?? '';
}

describe('a second factor', () => {
  let mine: { secret: string; codes: readonly string[] };

  it('is nobody’s until they set it up, with their passphrase and a code that their phone shows', async () => {
    expect(await tryIn('sample')).toBe('in');
    expect(await desk.call('factor.begin', {}, 'door')).toMatchObject({ refusals: [{ code: 'wrong-passphrase' }] });
    const { secret, uri } = await desk.done('factor.begin', { passphrase: PASSPHRASE }, 'door');
    expect(uri).toContain(secret.replaceAll(' ', ''));
    const wrong = await desk.call('factor.confirm', { code: '000000' }, 'door');
    expect(wrong).toMatchObject({ refusals: [{ code: 'wrong-code' }] });
    expect(await desk.call('factor.confirm', { code: shown(secret) }, 'test')).toMatchObject({ ok: false });
    const { recoveryCodes } = await desk.done('factor.confirm', { code: shown(secret) }, 'door');
    expect(recoveryCodes).toHaveLength(10);
    mine = { secret, codes: recoveryCodes };
    expect(await desk.done('people.list', {})).toMatchObject([{ hasFactor: false }, { hasFactor: true }, {}]);
  });

  it('is asked for from then on, and a code of it serves once', async () => {
    expect(await tryIn('sample')).toBe('second-factor-needed');
    expect(await tryIn('sample', '')).toBe('second-factor-needed');
    const code = shown(mine.secret);
    expect(await tryIn('sample', code)).toBe('in');
    expect(await tryIn('sample', code)).toBe('wrong-code used');
    expect(await tryIn('sample', shown(mine.secret, 1))).toBe('in');
    expect(await tryIn('sample', shown(mine.secret, 5))).toBe('wrong-code wrong');
    await desk.signIn('chief');
  });

  it('does not take a used code after a restart either', async () => {
    const code = shown(mine.secret);
    expect(await tryIn('sample', code)).toBe('in');
    await desk.close();
    desk = await openTestStation(desk.folder, { clock });
    expect(await tryIn('sample', code)).toBe('wrong-code used');
    await desk.signIn('chief');
  });

  it('gives way to each recovery code once, in whatever case', async () => {
    const [first = '', second = ''] = mine.codes;
    expect(await tryIn('sample', first.toLowerCase())).toBe('in');
    expect(await tryIn('sample', first)).toBe('wrong-code used');
    expect(await tryIn('sample', second)).toBe('in');
  });

  it('closes the account after five wrong codes, as wrong passphrases do', async () => {
    const wrong: string[] = [];
    for (let at = 0; at < 5; at += 1) wrong.push(await tryIn('sample', '000000'));
    expect(wrong).toEqual(Array.from({ length: 5 }, () => 'wrong-code wrong'));
    expect(await tryIn('sample', shown(mine.secret))).toBe('too-many-tries');
    await desk.done('people.letIn', { personId: await idOf('sample') });
    expect(await tryIn('sample', shown(mine.secret, 1))).toBe('in');
  });

  it('is not asked for at the lock screen, which the passphrase opens: what was begun before is not set up then', async () => {
    const { secret } = await desk.done('factor.begin', { passphrase: PASSPHRASE, code: shown(mine.secret) }, 'door');
    await desk.done('session.lock', {}, 'door');
    expect(await desk.call('factor.begin', { passphrase: PASSPHRASE }, 'door')).toMatchObject({ ok: false });
    expect((await desk.done('session.unlock', { passphrase: PASSPHRASE }, 'door')).locked).toBe(false);
    const late = await desk.call('factor.confirm', { code: shown(secret) }, 'door');
    expect(late).toMatchObject({ refusals: [{ code: 'wrong-code', params: { why: 'locked' } }] });
  });

  it('rests sealed: neither its secret nor a recovery code is found in the records', async () => {
    const inside = await lookInside(desk.folder);
    const texts = inside.texts();
    inside.close();
    for (const told of [mine.secret, mine.secret.replaceAll(' ', ''), ...mine.codes]) {
      expect(texts).not.toContain(told);
      expect(texts).not.toContain(Buffer.from(told).toString('base64url'));
    }
  });

  it('left where it is asked for is on record, and what a reviewer sees first unless its owner came in soon', async () => {
    const trail = async () => desk.done('trail.get', {});
    await desk.done('trail.review', { upto: (await trail()).lines[0]?.entry ?? 0 });
    expect((await trail()).signs).toEqual([]);
    expect(await tryIn('sample')).toBe('second-factor-needed');
    const left = { sign: 'left-at-factor', by: 'Officer sample Fictional', times: 1 };
    expect(await trail()).toMatchObject({ signs: [left] });
    expect((await trail()).lines.map(({ type, by }) => [type, by])).toContainEqual([ASKED, left.by]);
    clock.by += MINUTE;
    expect(await tryIn('sample', '000000')).toBe('wrong-code wrong');
    clock.by += MINUTE;
    expect(await tryIn('sample', shown(mine.secret))).toBe('in');
    expect((await trail()).signs).toEqual([]);
    clock.by += 10 * MINUTE;
    // A stranger who guesses the code is told of too, though not as often as they tried.
    for (const code of ['000000', '111111']) expect(await tryIn('sample', code)).toBe('wrong-code wrong');
    clock.by += 10 * MINUTE;
    expect(await tryIn('sample', shown(mine.secret))).toBe('in');
    expect((await trail()).signs).toMatchObject([left]);
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });

  it('of a lost phone is taken away by a keeper, of a chief by a chief', async () => {
    await desk.signIn('keeper', 'keeper');
    const lost = await idOf('sample');
    await desk.done('factor.remove', { personId: lost }, 'keeper');
    expect(await desk.call('factor.remove', { personId: lost }, 'keeper')).toMatchObject({ ok: false });
    expect(await tryIn('sample')).toBe('in');
    const chief = await desk.call('factor.remove', { personId: await idOf('chief') }, 'keeper');
    expect(chief).toMatchObject({ refusals: [{ code: 'role-not-allowed' }] });
  });
});

describe('what the chief sets for the window', () => {
  const rules = () => desk.events.findLast(({ kind }) => kind === 'window-rules');
  it('is told to it at each sign-in and as it is set: a lock after half an hour at most', async () => {
    expect(await desk.done('settings.get', {})).toMatchObject({ 'lock-after': '30', 'hide-from-capture': 'no' });
    for (const minutes of ['31', '60', '0', '', 30]) {
      const reply = await desk.raw('settings.save', { 'lock-after': minutes });
      expect(reply).toMatchObject({ refusals: [{ field: 'lock-after' }] });
    }
    await desk.done('settings.save', { 'lock-after': '5', 'hide-from-capture': 'yes' });
    const set = { kind: 'window-rules', rules: { lockMinutes: 5, hiddenFromCapture: true } };
    expect(rules()).toEqual(set);
    const before = desk.events.length;
    await desk.signIn('chief');
    expect(desk.events.slice(before)).toContainEqual(set);
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });
});

describe('a station where everybody has one', () => {
  it('is made so by the chief alone', async () => {
    expect(await desk.done('settings.get', {})).toMatchObject({ 'second-factor': 'own-choice' });
    const save = (client: string) => desk.call('settings.save', { 'second-factor': 'everybody' }, client);
    await desk.signIn('keeper', 'keeper');
    expect(await save('keeper')).toMatchObject({ refusals: [{ code: 'role-not-allowed' }] });
    expect(await save('test')).toMatchObject({ ok: true, value: { 'second-factor': 'everybody' } });
  });

  it('lets nobody do anything before they set theirs up, at their first sign-in', async () => {
    expect(await tryIn('sample')).toBe('set-up-factor');
    for (const name of ['desk.get', 'booking.open', 'policy.get', 'settings.get']) {
      expect(await desk.raw(name, {}, 'door')).toMatchObject({ refusals: [{ code: 'second-factor-first' }] });
    }
    expect(await desk.done('session.state', {}, 'door')).toMatchObject({ must: 'set-up-factor' });
    const { secret } = await enrol('door');
    expect(await desk.done('session.state', {}, 'door')).toMatchObject({ must: null });
    expect((await desk.raw('desk.get', {}, 'door')).ok).toBe(true);
    clock.by += MINUTE;
    expect(await tryIn('sample')).toBe('second-factor-needed');
    expect(await tryIn('sample', shown(secret))).toBe('in');
  });

  it('keeps that duty through lock and unlock', async () => {
    expect(await tryIn('keeper', undefined, 'late')).toBe('set-up-factor');
    await desk.done('session.lock', {}, 'late');
    const unlocked = await desk.done('session.unlock', { passphrase: PASSPHRASE }, 'late');
    expect(unlocked).toMatchObject({ must: 'set-up-factor', locked: false });
    expect(await desk.raw('people.list', {}, 'late')).toMatchObject({ refusals: [{ code: 'second-factor-first' }] });
  });
});
