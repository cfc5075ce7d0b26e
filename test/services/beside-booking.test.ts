import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { book, DECLINED, NOTICE } from '../support/booked.ts';
import { addTo, refusedIn } from '../support/matters.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await copyTestStation();
  booking = await book(desk);
}, 120_000);
afterAll(() => desk.remove());

it('live-scan, contacts, matters and release of one booking stand on one line of time', async () => {
  const other = await book(desk);
  const at = (time: string): string => `2026-11-20T${time}:00-05:00`;
  const told = { kind: 'told', at: at('01:50'), detail: { language: 'es', how: 'read-aloud' } };
  const consular = { kind: 'consular', subject: {}, event: told } as const;
  const { matterId, number } = await desk.done('matter.open', { ...consular, bookingId: booking });
  await desk.done('matter.open', { ...consular, bookingId: other });
  const came = { ...DECLINED, direction: 'in', channel: 'in-person', contactedAt: at('03:00') } as const;
  await desk.done('notification.record', { ...came, released: [], bookingId: booking });
  await desk.done('notification.record', { ...came, released: [] });
  const { determinationId } = await desk.done('ground.determine', { bookingId: booking, ground: '2a', facts: {} });
  const notice = { ...NOTICE, released: [...NOTICE.released], bookingId: booking, determinationId };
  await desk.done('notification.record', notice);
  expect(await addTo(desk, matterId, { kind: 'closed', at: at('02:40') })).toEqual([]);
  for (const kind of ['prints-sent', 'released'] as const)
    await desk.done('booking.recordEvent', {
      bookingId: booking,
      kind,
      at: at(kind === 'released' ? '04:00' : '01:40'),
    });
  const { matters, moments } = await desk.done('booking.beside', { bookingId: booking });
  expect(matters).toMatchObject([{ matterId, number, kind: 'consular', lastEvent: 'closed', closedAt: at('02:40') }]);
  expect(moments).toMatchObject([
    { of: 'matter', matterId, number, kind: 'consular', event: 'told', at: at('01:50'), agency: null },
    { of: 'contact', direction: 'out', channel: 'phone', outcome: 'notified', agency: NOTICE.agency, at: at('02:10') },
    { of: 'matter', event: 'closed', at: at('02:40') },
    { of: 'contact', direction: 'in', channel: 'in-person', outcome: 'declined', at: at('03:00') },
  ]);
});

it('a booking that is not there has nothing beside it, and one that has nothing says so', async () => {
  const unknown = await desk.call('booking.beside', { bookingId: randomUUID() });
  expect(refusedIn(unknown)).toEqual(['not-found bookingId']);
  const { bookingId } = await desk.done('booking.open', {});
  expect(await desk.done('booking.beside', { bookingId })).toEqual({ matters: [], moments: [] });
});
