import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, movedClock } from '../support/moved-clock.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

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

describe('a sealed station', () => {
  it('is opened by a sign-in and not by a wrong one', async () => {
    await desk.signIn('sample', 'door');
    await desk.close();
    desk = await openTestStation(desk.folder, { clock });
    expect(await desk.done('station.info', {})).toMatchObject({ state: 'sealed', keyGuard: 'passphrase' });
    expect(await desk.call('desk.get', {})).toMatchObject({ refusals: [{ code: 'not-signed-in' }] });
    expect(await tryIn('sample', WRONG)).toBe('wrong-passphrase 4');
    expect(await tryIn('nobody-of-this-name', PASSPHRASE)).toBe('wrong-passphrase 4');
    expect(await desk.done('station.info', {})).toMatchObject({ state: 'sealed' });
    expect(await tryIn('SAMPLE', PASSPHRASE)).toBe('in');
    expect(await desk.done('station.info', {})).toMatchObject({ state: 'open' });
  }, 60_000);

  it('lets the next person in while it is open, and closes a name for wrong tries as well', async () => {
    expect(await tries('keeper', 5)).toEqual(left(5));
    expect(await tryIn('keeper', PASSPHRASE)).toBe('too-many-tries');
    expect(await tryIn('chief', PASSPHRASE, 'test')).toBe('in');
    await letIn('keeper');
  }, 60_000);

  it('remembers tries over every start, beside the records until somebody opens them', async () => {
    const again = async (): Promise<void> => {
      await desk.close();
      desk = await openTestStation(desk.folder, { clock });
    };
    await tries('keeper', 2);
    await again();
    expect(await tries('keeper', 2)).toEqual(left(5).slice(0, 2));
    await again();
    expect(await tries('keeper', 1)).toEqual(['wrong-passphrase 2']);
    expect(readFileSync(join(desk.folder, 'waiting-tries.json'), 'utf8')).not.toContain(WRONG);
    await again();
    expect(await tryIn('chief', PASSPHRASE, 'test')).toBe('in');
    expect(existsSync(join(desk.folder, 'waiting-tries.json'))).toBe(false);
    expect(await tryIn('keeper', PASSPHRASE)).toBe('too-many-tries');
    await again();
    expect(await tryIn('keeper', PASSPHRASE)).toBe('too-many-tries');
    await desk.signIn('chief');
    await letIn('keeper');
    expect(await tryIn('keeper', PASSPHRASE)).toBe('in');
  }, 60_000);

  it('writes down no name that nobody has', async () => {
    await desk.close();
    desk = await openTestStation(desk.folder, { clock });
    await tries('a passphrase typed into the wrong box', 2);
    expect(existsSync(join(desk.folder, 'waiting-tries.json'))).toBe(false);
    await desk.signIn('chief');
  }, 60_000);
});

describe('somebody who was away for more than ninety days', () => {
  it('stays out until a keeper lets them in; the chief of a station with one chief does not', async () => {
    await desk.signIn('sample', 'door');
    clock.by += 89 * 24 * 60 * MINUTE;
    expect(await tryIn('sample', PASSPHRASE)).toBe('in');
    clock.by += 91 * 24 * 60 * MINUTE;
    expect(await tryIn('sample', PASSPHRASE)).toBe('away-too-long');
    expect(await tryIn('chief', PASSPHRASE, 'test')).toBe('in');
    expect(await desk.done('people.list', {})).toMatchObject([
      { closed: null },
      { closed: 'away' },
      { closed: 'away' },
    ]);
    await letIn('sample');
    expect(await tryIn('sample', PASSPHRASE)).toBe('in');
  }, 60_000);
});

describe('a passphrase of one’s own', () => {
  const NEXT = 'nine loud otters under ice';
  it('is changed with the one of before, opens the sealed station, and the old one opens nothing', async () => {
    await desk.signIn('sample', 'door');
    const change = (passphrase: string, next: string) =>
      desk.call('session.changePassphrase', { passphrase, next }, 'door');
    expect(await change(WRONG, NEXT)).toMatchObject({ refusals: [{ code: 'wrong-passphrase' }] });
    expect(await change(PASSPHRASE, 'short')).toMatchObject({ refusals: [{ code: 'weak-passphrase' }] });
    expect(await change(PASSPHRASE, PASSPHRASE)).toMatchObject({ refusals: [{ params: { why: 'same' } }] });
    expect(await change(PASSPHRASE, NEXT)).toMatchObject({ ok: true });
    expect(await tryIn('sample', PASSPHRASE)).toMatch(/^wrong-passphrase/);
    await desk.close();
    desk = await openTestStation(desk.folder, { clock });
    expect(await tryIn('sample', PASSPHRASE)).toMatch(/^wrong-passphrase/);
    expect(await tryIn('sample', NEXT)).toBe('in');
  }, 60_000);
});
