import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { StatusRecord } from '../../contract/notification.ts';
import type { Reply } from '../../contract/reply.ts';
import { book, NOTICE, UNLISTED_OFFENSE } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { PASSPHRASE, type TestStation } from '../support/station.ts';

let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('booking-officer', 'sample');
  await desk.signIn('sample', 'officer');
}, 120_000);
afterAll(() => desk.remove());
beforeEach(async () => {
  booking = await book(desk, {}, 'officer');
});

const told = (reply: Reply<unknown>): readonly (readonly [string, string | undefined])[] =>
  reply.ok ? [] : reply.refusals.map(({ code, field }) => [code, field] as const);

async function determined(bookingId: string): Promise<string> {
  const asked = { bookingId, ground: '2a', facts: {} } as const;
  return (await desk.done('ground.determine', asked, 'officer')).determinationId;
}

it('a ground that is taken back meanwhile opens nothing, and says so', async () => {
  const determinationId = await determined(booking);
  const under = { bookingId: booking, determinationId };
  const [revoked, ...late] = await Promise.all([
    desk.call('ground.revoke', { determinationId }, 'officer'),
    desk.call('notification.record', { ...NOTICE, released: [...NOTICE.released], ...under }, 'officer'),
    desk.call('status.record', { ...under, value: 'As told by the person' }, 'officer'),
  ]);
  expect(revoked.ok).toBe(true);
  expect(late.map(told)).toEqual([[['ground-not-open', 'determinationId']], [['ground-not-open', 'determinationId']]]);
  expect(desk.faults).toEqual([]);
});

it('a status that is sent again within a minute is recorded once; another value is another record', async () => {
  const under = { bookingId: booking, determinationId: await determined(booking) };
  const send = (value: string): Promise<StatusRecord> => desk.done('status.record', { ...under, value }, 'officer');
  const count = async (): Promise<number> => (await desk.done('status.get', { bookingId: booking }, 'officer')).records;
  const before = await count();
  const [first, second] = await Promise.all([send('As told by the person'), send('As told by the person')]);
  expect(second).toEqual(first);
  expect(await count()).toBe(before + 1);
  await send('As told by the person, in writing');
  expect(await count()).toBe(before + 2);
});

it.each(['declined', 'no-action'] as const)(
  'what was %s names a ground of its own booking or none',
  async (outcome) => {
    const ofAnother = await determined(await book(desk, {}, 'officer'));
    const contact = { ...NOTICE, outcome, released: [] };
    for (const input of [
      { ...contact, bookingId: booking, determinationId: ofAnother },
      { ...contact, bookingId: booking, determinationId: randomUUID() },
      { ...contact, determinationId: ofAnother },
    ]) {
      const reply = await desk.call('notification.record', input, 'officer');
      expect(told(reply)).toEqual([['not-found', 'determinationId']]);
    }
    expect(desk.faults).toEqual([]);
    const own = { ...contact, bookingId: booking, determinationId: await determined(booking) };
    expect((await desk.call('notification.record', own, 'officer')).ok).toBe(true);
  },
);

const facts = { elementOfForce: 'Squeezed the neck with both hands.' };

/** A supervisor gives their word for a charge that the policy does not name. */
async function word(name: string): Promise<{ readonly cosignId: string; readonly bookingId: string }> {
  const bookingId = await book(desk, { offense: UNLISTED_OFFENSE }, 'officer');
  const asked = { bookingId, ground: '2a', facts, name, passphrase: PASSPHRASE } as const;
  const { cosignId } = await desk.done('ground.cosign', asked, 'officer');
  return { cosignId, bookingId };
}

const determine = (given: { readonly cosignId: string; readonly bookingId: string }): Promise<Reply<unknown>> =>
  desk.call('ground.determine', { ...given, ground: '2a', facts }, 'officer');

it('the word of somebody who was put out since does not count', async () => {
  const personId = await desk.addPerson('supervisor', 'gone');
  const given = await word('gone');
  await desk.done('people.deactivate', { personId });
  expect(told(await determine(given))).toEqual([['ground-not-open', 'facts.people.cosigner']]);
  expect(desk.faults).toEqual([]);
}, 60_000);

it('the word of somebody who is put out at that moment counts or does not, and faults never', async () => {
  const personId = await desk.addPerson('supervisor', 'going');
  const given = await word('going');
  const [out, reply] = await Promise.all([desk.call('people.deactivate', { personId }), determine(given)]);
  expect(out.ok).toBe(true);
  expect(reply.ok ? [] : told(reply)).toEqual(reply.ok ? [] : [['ground-not-open', 'facts.people.cosigner']]);
  expect(desk.faults).toEqual([]);
}, 60_000);
