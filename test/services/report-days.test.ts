import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FigureId } from '../../policy/report/report.ts';
import { book, DECLINED } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
  const bookingId = await book(desk);
  for (const contactedAt of [
    '2026-11-19T23:59:59-05:00',
    '2026-11-20T00:00:00-05:00',
    // The same moment as a clock tells it that is behind, and the last minute of the day by one that is ahead.
    '2026-11-19T17:00:00-12:00',
    '2026-11-21T18:59:00+14:00',
    '2026-11-20T23:59:59-05:00',
    '2026-11-21T00:00:00-05:00',
  ]) {
    await desk.done('notification.record', { ...DECLINED, bookingId, contactedAt });
  }
  const detail = { channel: 'phone', agency: 'ICE ERO', asked: 'When does he leave?' };
  const event = { kind: 'received', at: '2026-11-20T10:00:00+14:00', detail };
  const { matterId } = await desk.done('matter.open', { kind: 'request', bookingId, subject: {}, event });
  const decided = { kind: 'decided', at: '2026-11-22T12:00:00-05:00', detail: { decision: 'declined', clause: '2' } };
  await desk.done('matter.addEvent', { matterId, event: decided });
}, 120_000);
afterAll(() => desk.remove());

async function counted(figure: FigureId, from: string, to: string): Promise<number | undefined> {
  const { figures } = await desk.done('report.get', { from, to });
  return figures.find(({ id }) => id === figure)?.count;
}

it('counts what happened on the station’s day, by whatever clock it was told', async () => {
  expect(await counted('not-notified', '2026-11-20', '2026-11-20')).toBe(4);
  expect(await counted('not-notified', '2026-11-19', '2026-11-19')).toBe(1);
  expect(await counted('not-notified', '2026-11-19', '2026-11-21')).toBe(6);
  expect(await counted('not-notified', '2026-11-22', '2026-11-30')).toBe(0);
  expect(await counted('not-notified', '0000-01-01', '9999-12-31')).toBe(6);
});

it('counts a request once, on the day on which it came, with all that was told of it since', async () => {
  // 10:00 by a clock 14 hours ahead is the afternoon of the day before.
  expect(await counted('requests', '2026-11-19', '2026-11-19')).toBe(1);
  expect(await counted('requests-decided', '2026-11-19', '2026-11-19')).toBe(1);
  expect(await counted('requests', '2026-11-20', '2026-11-22')).toBe(0);
  expect(await counted('requests-decided', '2026-11-22', '2026-11-22')).toBe(0);
});
