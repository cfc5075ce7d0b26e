import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { book, DECLINED } from '../support/booked.ts';
import { movedClock } from '../support/moved-clock.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

const RELEASED = '2026-11-20T04:00:00-05:00';
const AGAIN = '2026-11-20T05:00:00-05:00';

const clock = movedClock();
let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation({ clock });
}, 120_000);
afterAll(() => desk.remove());

async function listed(bookingId: string): Promise<unknown> {
  const lines = await desk.done('booking.list', {});
  return lines.find((line) => line.bookingId === bookingId)?.custody;
}

async function onDesk(bookingId: string): Promise<boolean> {
  return (await desk.done('desk.get', {})).inCustody.some((line) => line.bookingId === bookingId);
}

/** Custody as the policy was told it. */
async function judged(bookingId: string): Promise<unknown> {
  const reply = await desk.call('ground.evaluate', { bookingId, act: 'notify-ice', ground: '2b', facts: {} });
  if (!reply.ok) return reply.refusals;
  return !reply.value.decision.contradicted.includes('custody.inCustody');
}

/** Custody as the signed record tells it. */
async function signed(bookingId: string): Promise<unknown> {
  const declined = { ...DECLINED, bookingId } as const;
  const { notificationId } = await desk.done('notification.record', declined);
  const folder = join(desk.folder, '..', `copy-${notificationId}`);
  mkdirSync(folder);
  const [made] = await desk.done('notification.export', {
    notificationIds: [notificationId],
    folder,
    audience: 'Counsel Sample',
  });
  const told = readFileSync(join(made?.folder ?? '', 'record.sd-jwt'), 'utf8')
    .split('~')
    .slice(1, -1);
  const parts = told.map((part): unknown => JSON.parse(Buffer.from(part, 'base64url').toString()));
  return parts.find((part) => Array.isArray(part) && part[1] === 'custody');
}

const event = (bookingId: string, kind: 'released' | 'in-custody', at: string) =>
  desk.done('booking.recordEvent', { bookingId, kind, at });

it('is the same in the list, before the policy and in the signed record', async () => {
  const bookingId = await book(desk, { fields: { release_datetime: RELEASED } });
  expect(await listed(bookingId)).toMatchObject({ inCustody: false, releasedAt: RELEASED });
  expect(await onDesk(bookingId)).toBe(false);
  expect(await judged(bookingId)).toBe(false);
  expect(await signed(bookingId)).toEqual([expect.any(String), 'custody', { inCustody: false, releasedAt: RELEASED }]);
});

it('of an imported booking is the same everywhere as well', async () => {
  const path = join(desk.folder, '..', 'rows.csv');
  writeFileSync(path, 'Booking #,Booking Date/Time,Last Name\nG-1,2026-11-20 01:00,Testperson\n');
  await desk.done('import.run', { path, dryRun: false });
  const [line] = (await desk.done('booking.list', {})).filter(({ number }) => number === 'G-1');
  const bookingId = line?.bookingId ?? '';
  expect(line?.custody.inCustody).toBe(false);
  expect(await judged(bookingId)).toBe(false);
  await event(bookingId, 'in-custody', AGAIN);
  expect(await judged(bookingId)).toBe(true);
});

it('can be put right after a release that was recorded by mistake', async () => {
  const bookingId = await book(desk);
  await event(bookingId, 'released', RELEASED);
  expect(await onDesk(bookingId)).toBe(false);
  await event(bookingId, 'in-custody', AGAIN);
  expect(await listed(bookingId)).toMatchObject({ inCustody: true, releasedAt: null });
  expect(await onDesk(bookingId)).toBe(true);
  expect(await judged(bookingId)).toBe(true);
});

it('that goes on after a mistake raises the alarm again', async () => {
  const bookingId = await book(desk);
  await event(bookingId, 'released', RELEASED);
  await event(bookingId, 'in-custody', AGAIN);
  const due = new Date(clock.now().getTime()).toISOString();
  await desk.done('booking.recordEvent', { bookingId, kind: 'release-eligible', at: due });
  clock.by += 120_000;
  const duties = await desk.done('duty.list', {});
  expect(duties.map((duty) => [duty.duty, duty.bookingId])).toContainEqual(['held-past-release', bookingId]);
});
