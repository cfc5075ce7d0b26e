import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Check } from '../../contract/system.ts';
import { book } from '../support/booked.ts';
import { inside } from '../support/cut-log.ts';
import { dutyDesk } from '../support/duties.ts';
import { MINUTE } from '../support/moved-clock.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';

const HOUR = 60 * MINUTE;
const time = { set: 0 };
const clock = { now: () => new Date(Date.now() + time.set) };

let desk: TestStation;
let made: TestStation;
beforeEach(async () => {
  time.set = 72 * HOUR;
  made = await newTestStation({ clock });
  desk = made;
  await desk.addPerson('supervisor', 'bo');
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('records-clerk', 'clerk');
});
afterEach(async () => {
  await desk.close();
  await made.remove();
});

/** Closed, the clock moved, opened again: the first entry is a sign-in. */
async function reopen(name: string, set: number): Promise<void> {
  await desk.close();
  time.set = set;
  desk = await openTestStation(desk.folder, { clock });
  await desk.signIn(name);
}

async function clockCheck(): Promise<Check | undefined> {
  return (await desk.done('system.check', {})).checks.find(({ name }) => name === 'clock');
}

const codesOf = async (entry: number): Promise<readonly string[]> => {
  const reply = await desk.call('log.account', { entry, cause: 'not-known' });
  return reply.ok ? [] : reply.refusals.map(({ code, field }) => `${code} ${String(field)}`);
};

const typesOf = (folder: string): Promise<readonly unknown[]> =>
  inside(folder, (connection) =>
    connection.prepare("select cast(leaf as text) ->> 'type' from ledger_entry order by seq").pluck().all(),
  );

const duties = dutyDesk({ desk: () => desk, clock });
async function startJttf(knownAgo: number): Promise<void> {
  const bookingId = await book(desk);
  await desk.call('ground.determine', { bookingId, ground: '2c', facts: { factsKnownAt: duties.ago(knownAgo) } });
}

describe('a log whose clock was set back', () => {
  it('fails the check until a supervisor says what it was, and tells it ever after', async () => {
    await reopen('sample', 0);
    const failing = await clockCheck();
    expect(failing).toMatchObject({ ok: false, code: 'clock-set-back' });
    expect(failing?.detail).toContain('4320 minutes');
    const entry = failing?.at ?? -1;
    expect(await codesOf(entry)).toEqual(['role-not-allowed undefined']);
    await desk.signIn('bo');
    expect(await codesOf(entry + 1)).toEqual(['changed-meanwhile entry']);
    expect((await desk.call('log.account', { entry, cause: 'was-ahead' })).ok).toBe(true);
    expect(await codesOf(entry)).toEqual(['changed-meanwhile entry']);
    const { ok, checks } = await desk.done('system.check', {});
    const told = `set back, and accounted for: at entry ${String(entry)}, by 4320 minutes, it was ahead and was put right`;
    expect([ok, checks.find(({ name }) => name === 'clock')?.detail]).toEqual([true, told]);

    await reopen('bo', -2 * HOUR);
    const again = await clockCheck();
    expect([again?.ok, again?.detail]).toEqual([false, expect.not.stringContaining('4320')]);
  });

  it('keeps the jump on record though a sign-in was written first, and whoever signed in first', async () => {
    await reopen('clerk', 0);
    await reopen('sample', MINUTE);
    await duties.named('jttf');
    await desk.close();
    const types = await typesOf(desk.folder);
    expect(types.filter((type) => type === 'clock.jumped')).toHaveLength(1);
  });

  it('gives the clock of 2(c) no time where it was set back while nobody looked', async () => {
    await desk.signIn('sample');
    await startJttf(5);
    await reopen('sample', 71 * HOUR);
    expect((await duties.only('jttf')).left).toBeLessThanOrEqual(11 * MINUTE);
  });

  it('counts by the clock again once it is said that it was ahead and is right now, also after a restart', async () => {
    await desk.signIn('sample');
    await startJttf(5);
    await reopen('bo', 0);
    expect((await duties.only('jttf')).left).toBeLessThanOrEqual(11 * MINUTE);
    const entry = (await clockCheck())?.at ?? -1;
    await desk.done('log.account', { entry, cause: 'was-ahead' });
    expect((await duties.only('jttf')).left).toBeGreaterThan(71 * HOUR);
    await reopen('bo', MINUTE);
    expect((await duties.only('jttf')).left).toBeGreaterThan(71 * HOUR);
  });
});
