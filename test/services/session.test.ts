import { createHook } from 'node:async_hooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { lookInside } from '../support/look-inside.ts';
import { MINUTE, movedClock } from '../support/moved-clock.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const WRONG = 'seven quiet herons by the sea';
const clock = movedClock();

let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('supervisor', 'keeper');
}, 120_000);
afterAll(async () => {
  await desk.remove();
});
// A quarter of an hour later fewer than five wrong tries are not counted any more.
beforeEach(() => {
  clock.by += 16 * MINUTE;
});

/** Code and tries left of one sign-in; `in` where it went well. */
async function tryIn(name: string, passphrase: string, client = 'door'): Promise<string> {
  const reply = await desk.call('session.signIn', { name, passphrase }, client);
  if (reply.ok) return 'in';
  const [first] = reply.refusals;
  return [first?.code, first?.params?.['triesLeft']].filter((part) => part !== undefined).join(' ');
}

async function tries(name: string, count: number): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let at = 0; at < count; at += 1) answers.push(await tryIn(name, WRONG));
  return answers;
}

const left = (from: number): readonly string[] =>
  Array.from({ length: 5 }, (_, at) => `wrong-passphrase ${String(from - 1 - at)}`);

async function letIn(name: string): Promise<void> {
  const people = await desk.done('people.list', {});
  await desk.done('people.letIn', { personId: people.find((person) => person.name === name)?.id ?? '' });
}

describe('wrong tries', () => {
  it('count down from five and then close the name, also for the right passphrase', async () => {
    expect(await tries('sample', 5)).toEqual(left(5));
    expect(await tryIn('sample', WRONG)).toBe('too-many-tries');
    expect(await tryIn('sample', PASSPHRASE)).toBe('too-many-tries');
    expect(await desk.done('people.list', {})).toMatchObject([{ closed: null }, { closed: 'wrong-tries' }, {}]);
  }, 60_000);

  it('keep it closed however late it gets and wherever the clock is set, until a keeper lets it in', async () => {
    for (const by of [16 * MINUTE, 30 * 24 * 60 * MINUTE, -45 * 24 * 60 * MINUTE]) {
      clock.by += by;
      expect(await tryIn('sample', PASSPHRASE)).toBe('too-many-tries');
    }
    await letIn('sample');
    expect(await tryIn('sample', PASSPHRASE)).toBe('in');
  }, 60_000);

  it('close the name in whatever way it is written, and no other name', async () => {
    await tries('sample', 3);
    await tries(' SAMPLE ', 2);
    expect(await tryIn('Sample', PASSPHRASE)).toBe('too-many-tries');
    expect(await tryIn('keeper', PASSPHRASE)).toBe('in');
    await letIn('sample');
  }, 60_000);

  it('are no longer counted after a quarter of an hour, while there are fewer than five', async () => {
    await tries('sample', 4);
    clock.by += 16 * MINUTE;
    expect(await tryIn('sample', WRONG)).toBe('wrong-passphrase 4');
  }, 60_000);

  it('are counted all the same where the clock was set back meanwhile', async () => {
    await desk.signIn('sample', 'door');
    await tries('sample', 2);
    clock.by -= 20 * MINUTE;
    expect(await tries('sample', 3)).toEqual(left(5).slice(2));
    expect(await tryIn('sample', PASSPHRASE)).toBe('too-many-tries');
    await letIn('sample');
  }, 60_000);

  it('close the name after twenty in a row, however the clock is set forward between them', async () => {
    for (let at = 0; at < 20; at += 1) {
      expect(await tryIn('sample', WRONG)).toMatch(/^wrong-passphrase/);
      clock.by += 16 * MINUTE;
    }
    expect(await tryIn('sample', PASSPHRASE)).toBe('too-many-tries');
    await letIn('sample');
  }, 60_000);

  it('are forgotten once the right passphrase was typed', async () => {
    await tries('sample', 4);
    expect(await tryIn('sample', PASSPHRASE)).toBe('in');
    expect(await tryIn('sample', WRONG)).toBe('wrong-passphrase 4');
  }, 60_000);

  it('count for a name that nobody has, so that names cannot be found out', async () => {
    expect(await tries('nobody-of-this-name', 5)).toEqual(left(5));
    expect(await tryIn('nobody-of-this-name', WRONG)).toBe('too-many-tries');
  }, 60_000);

  it('take as much work for a name that nobody has, so that waiting tells no names either', async () => {
    let stretches = 0;
    const hook = createHook({ init: (_id, type) => (stretches += type === 'SCRYPTREQUEST' ? 1 : 0) }).enable();
    const counted = async (name: string): Promise<readonly [string, number]> => {
      stretches = 0;
      return [await tryIn(name, WRONG), stretches];
    };
    expect(await counted('sample')).toEqual(['wrong-passphrase 4', 1]);
    expect(await counted('another-nobody')).toEqual(['wrong-passphrase 4', 1]);
    hook.disable();
  }, 60_000);

  it('count at the lock screen as well', async () => {
    await desk.signIn('sample', 'window');
    await desk.done('session.lock', {}, 'window');
    for (let at = 0; at < 3; at += 1) await desk.call('session.unlock', { passphrase: WRONG }, 'window');
    expect(await tryIn('sample', WRONG)).toBe('wrong-passphrase 1');
    const unlock = await desk.call('session.unlock', { passphrase: WRONG }, 'window');
    expect(unlock).toMatchObject({ refusals: [{ code: 'wrong-passphrase', params: { triesLeft: 0 } }] });
    const closed = await desk.call('session.unlock', { passphrase: PASSPHRASE }, 'window');
    expect(closed).toMatchObject({ refusals: [{ code: 'too-many-tries' }] });
    expect(await desk.call('desk.get', {}, 'window')).toMatchObject({ refusals: [{ code: 'locked' }] });
    await letIn('sample');
  }, 60_000);

  it('say how many are left, in words', () => {
    const say = (triesLeft: number): string => refusalMessage({ code: 'wrong-passphrase', params: { triesLeft } });
    expect(say(4)).toContain('4 tries are left');
    expect(say(1)).toContain('One try is left');
    expect(say(0)).toContain('No try is left');
    expect(refusalMessage({ code: 'too-many-tries' })).toContain('Ask a chief or an administrator');
  });

  it('are on record with whom they were for, and without what was typed', async () => {
    await tries('sample', 1);
    const inside = await lookInside(desk.folder);
    expect(JSON.stringify(inside.refusals())).toContain('wrong-passphrase');
    expect(inside.texts()).toContain('sign-in-failed');
    expect(inside.texts()).toContain('closed');
    expect(inside.texts()).not.toContain(WRONG);
    inside.close();
  }, 60_000);
});

describe('a lock', () => {
  it('hides everything from the window that locked, until its own person unlocks', async () => {
    await desk.signIn('sample', 'window');
    expect(await desk.done('session.lock', {}, 'window')).toMatchObject({ locked: true, person: { name: 'sample' } });
    expect(await desk.call('booking.open', {}, 'window')).toMatchObject({ refusals: [{ code: 'locked' }] });
    expect(await desk.done('session.lock', {}, 'window')).toMatchObject({ locked: true });
    expect(await desk.done('session.unlock', { passphrase: PASSPHRASE }, 'window')).toMatchObject({ locked: false });
    expect((await desk.call('booking.open', {}, 'window')).ok).toBe(true);
  }, 60_000);

  it('ends with signing out, and nobody is there afterwards', async () => {
    await desk.signIn('sample', 'window');
    await desk.done('session.lock', {}, 'window');
    await desk.done('session.signOut', {}, 'window');
    expect(await desk.done('session.state', {}, 'window')).toEqual({
      person: null,
      locked: false,
      refused: null,
      must: null,
      lastCode: false,
    });
    expect(await desk.call('session.unlock', { passphrase: PASSPHRASE }, 'window')).toMatchObject({
      refusals: [{ code: 'not-signed-in' }],
    });
  }, 60_000);
});
