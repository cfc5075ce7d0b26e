import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { book, DECLINED } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

const UNKNOWN = '3f1f7d8c-8a55-4f1e-9a1b-111111111111';

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
}, 60_000);
afterAll(() => desk.remove());

it('an export of several writes none of them where one is not there, and takes no number', async () => {
  const bookingId = await book(desk);
  const notice = { ...DECLINED, bookingId } as const;
  const { notificationId } = await desk.done('notification.record', notice);
  const folder = join(desk.folder, '..', 'out');
  mkdirSync(folder);
  const inside = await lookInside(desk.folder);
  const before = inside.counts();
  const wanted = { folder, audience: 'Counsel Sample' };
  const reply = await desk.call('notification.export', { ...wanted, notificationIds: [notificationId, UNKNOWN] });
  expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'not-found', field: 'notificationIds' }] });
  expect([readdirSync(folder), inside.counts()]).toEqual([[], before]);
  inside.close();
  const done = await desk.done('notification.export', { ...wanted, notificationIds: [notificationId] });
  expect(done[0]?.exportNumber).toMatch(/-000001$/);
});
