import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book, GOOD_FIELDS, NOTICE } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

const determine = (bookingId: string) => desk.call('ground.determine', { bookingId, ground: '2a', facts: {} });

async function found(bookingId: string): Promise<string> {
  const reply = await determine(bookingId);
  if (!reply.ok) throw new Error(JSON.stringify(reply.refusals));
  return reply.value.determinationId;
}

/** Records a notice; what was refused of it, and why. */
async function notified(bookingId: string, determinationId: string): Promise<object> {
  const notice = { ...NOTICE, released: [...NOTICE.released], bookingId, determinationId };
  const reply = await desk.call('notification.record', notice);
  return reply.ok ? { number: reply.value.number } : { refused: reply.refusals[0]?.params };
}

async function correct(
  bookingId: string,
  changed: { offense?: string; fields?: Record<string, string> },
): Promise<void> {
  const { version: baseVersion } = await desk.done('booking.get', { bookingId });
  const { offense = 'abdw', fields = {} } = changed;
  await desk.done('booking.correct', {
    ...{ bookingId, baseVersion, reason: 'As the clerk of court has it now' },
    fields: { ...GOOD_FIELDS, ...fields },
    charges: [{ offense, charge_description: 'As charged now' }],
  });
}

const evaluate = (bookingId: string) =>
  desk.done('ground.evaluate', { bookingId, ground: '2a', facts: {}, act: 'notify-ice' });

describe('a charge that is reduced after a notice', () => {
  it('leaves the notice as it was, and lets no other one go before the ground was looked at again', async () => {
    const bookingId = await book(desk);
    const determinationId = await found(bookingId);
    const first = await notified(bookingId, determinationId);
    expect(first).toHaveProperty('number');
    expect((await evaluate(bookingId)).changed).toEqual([]);
    await correct(bookingId, { offense: 'assault-and-battery' });
    expect(await notified(bookingId, determinationId)).toEqual({
      refused: { missing: 'ground', why: 'booking-changed', changed: 'offense' },
    });
    expect(await evaluate(bookingId)).toMatchObject({
      changed: ['offense'],
      decision: { decision: 'refuse' },
      standing: { determinationId },
    });
    // The page opens with the ground that was used, not with one that is nearer now.
    const asked = await desk.done('ground.explain', { act: 'notify-ice', bookingId, facts: {} });
    expect(asked.standing).toBe('2a');
    expect((await determine(bookingId)).ok).toBe(false);
    const kept = await desk.done('notification.list', {});
    expect(kept.filter((one) => one.bookingId === bookingId)).toMatchObject([{ ...first, ground: '2a' }]);
    const { checks } = await desk.done('system.check', {});
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('takes nothing into the sealed table either', async () => {
    const bookingId = await book(desk);
    const determinationId = await found(bookingId);
    await correct(bookingId, { offense: 'assault-and-battery' });
    const status = { bookingId, determinationId, value: 'as told by the person' };
    expect(await desk.call('status.record', status)).toMatchObject({
      ok: false,
      refusals: [{ code: 'ground-not-open' }],
    });
  });

  it('is one that is gone altogether as well', async () => {
    const bookingId = await book(desk);
    const determinationId = await found(bookingId);
    const { version: baseVersion } = await desk.done('booking.get', { bookingId });
    const charges = [{ charge_description: 'Disorderly conduct' }];
    await desk.done('booking.correct', {
      bookingId,
      baseVersion,
      reason: 'Charged anew',
      fields: GOOD_FIELDS,
      charges,
    });
    expect(await notified(bookingId, determinationId)).toMatchObject({ refused: { changed: 'offense' } });
  });
});

describe('a correction that changes nothing of the arrest', () => {
  it('leaves the ground as it stands', async () => {
    const bookingId = await book(desk);
    const determinationId = await found(bookingId);
    await correct(bookingId, { fields: { first_name: 'Alexis' } });
    expect(await notified(bookingId, determinationId)).toHaveProperty('number');
  });

  it('lets a notice go again once the ground was found anew', async () => {
    const bookingId = await book(desk);
    const before = await found(bookingId);
    await correct(bookingId, { offense: 'armed-robbery' });
    expect(await notified(bookingId, before)).toMatchObject({ refused: { why: 'booking-changed' } });
    expect(await notified(bookingId, await found(bookingId))).toHaveProperty('number');
  });
});
