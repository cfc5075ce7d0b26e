import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { GOOD_FIELDS } from '../support/booked.ts';
import { startChild } from '../support/child-process.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation();
  await desk.close();
});
afterAll(async () => {
  await desk.remove();
});

async function reopen(): Promise<void> {
  desk = await openTestStation(desk.folder);
  await desk.signIn('chief');
}

describe('two processes on one station', () => {
  it('are one too many: the second says so at every call, until the first is gone', async () => {
    const first = startChild(desk.folder, 'hold');
    await first.until('ready');
    const second = await openTestStation(desk.folder);
    for (const [call, input] of [
      ['station.info', {}],
      ['session.signIn', { name: 'chief', passphrase: 'x' }],
      ['booking.open', {}],
      ['setup.begin', {}],
    ] as const) {
      const reply = await second.raw(call, input);
      expect(reply).toEqual({ ok: false, refusals: [{ code: 'station-in-use' }] });
    }
    expect(refusalMessage({ code: 'station-in-use' })).toMatch(
      /^Another window or command has this station open[.] Close it/,
    );
    await second.close();
    await first.kill();
    await reopen();
    expect(await desk.done('station.info', {})).toMatchObject({ state: 'open' });
  });

  it('are one too many also the other way round', async () => {
    const child = startChild(desk.folder, 'look');
    await child.until('refused');
    expect(child.lines).toEqual(['refused station-in-use']);
    await child.kill();
    await desk.close();
  });
});

describe('a process that is killed in the middle of saves', () => {
  it.each([3, 7, 12])('loses nothing that it acknowledged, after %i bookings', async (count) => {
    const child = startChild(desk.folder, 'save');
    await child.until('saved', count);
    await child.kill();
    await reopen();
    const named = (word: string): readonly string[] =>
      child.lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length + 1));
    expect(named('saved').length).toBeGreaterThanOrEqual(count);
    for (const bookingId of named('saved')) {
      const booking = await desk.done('booking.get', { bookingId });
      expect(booking).toMatchObject({ version: 1, fields: GOOD_FIELDS });
      const rights = booking.events.filter(({ kind }) => kind === 'rights-read').length;
      expect(rights).toBeGreaterThanOrEqual(named('event').includes(bookingId) ? 1 : 0);
    }
    const drafts = (await desk.done('desk.get', {})).drafts;
    for (const draft of named('draft')) {
      expect(drafts.find(({ bookingId }) => bookingId === draft)).toMatchObject({ fields: GOOD_FIELDS });
    }
    expect(named('draft').length).toBe(1);
    const check = await desk.done('system.check', {});
    expect(check.checks.filter(({ ok }) => !ok)).toEqual([]);
    await desk.close();
  });
});
