import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findDetermination,
  findStandingDetermination,
  listDecisions,
  listStatusRecords,
} from '../../db/ground/reader.ts';
import { findNotification, listNotifications } from '../../db/notification/reader.ts';
import { insertExport, insertNotification } from '../../db/notification/writer.ts';
import { reserveNumber } from '../../db/booking/writer.ts';
import { findNewest, listShiftEvents } from '../../db/ledger/reader.ts';
import { clearNotification } from '../../policy/gate.ts';
import type { NotificationDraft } from '../../policy/notification.ts';
import { cover, now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

describe('grounds', () => {
  it('are found while they stand, the newest first', async () => {
    const { read } = world.station.store;
    const wanted = { bookingId: world.booking, now: now() };
    expect(await findStandingDetermination(read, wanted)).toMatchObject({ determinationId: world.standing });
    expect(await findStandingDetermination(read, { ...wanted, ground: '2a' })).toMatchObject({ cite: '2(a)' });
    expect(await findStandingDetermination(read, { ...wanted, ground: '2b' })).toBeUndefined();
    expect(await findStandingDetermination(read, { ...wanted, bookingId: world.other })).toBeUndefined();
    expect(await findStandingDetermination(read, { ...wanted, now: now(7_200_000) })).toBeUndefined();
  });

  it('come back whole, with who decided and what it rested on', async () => {
    const { read } = world.station.store;
    expect(await findDetermination(read, world.standing)).toMatchObject({
      bookingId: world.booking,
      ground: '2a',
      opens: ['record-status', 'notify-ice'],
      request: { subject: { role: 'arrestee' }, facts: { offense: 'abdw' } },
      packDigest: world.station.packDigest,
      decidedBy: 'Alex Testperson',
      decidedById: world.station.officer.id,
      cosignedBy: null,
      revokedAt: null,
    });
    const revoked = await findDetermination(read, world.revoked);
    expect(revoked?.revokedAt).toMatch(/^20/);
    expect(await findDetermination(read, randomUUID())).toBeUndefined();
  });

  it('keep their decisions for ever, in pages', async () => {
    const { read } = world.station.store;
    const first = await listDecisions(read, { after: -1, limit: 3 });
    const rest = await listDecisions(read, { after: first.at(-1)?.entry ?? 0, limit: 10 });
    expect([...first, ...rest].map((one) => one.outcome)).toEqual(['allow', 'allow', 'allow', 'allow']);
    expect(first[0]?.request).toMatchObject({ subject: { role: 'arrestee' } });
  });

  it('seal what was recorded under them', async () => {
    const { read } = world.station.store;
    expect(await listStatusRecords(read, world.booking)).toMatchObject([
      {
        statusId: world.statusId,
        determinationId: world.standing,
        value: 'as told by the person',
        enteredBy: 'Alex Testperson',
      },
    ]);
    expect(await listStatusRecords(read, world.other)).toEqual([]);
  });
});

async function notify(draft: NotificationDraft): Promise<string> {
  const cleared = clearNotification(draft);
  if (!cleared.ok) throw new Error(JSON.stringify(cleared.refusals));
  const id = randomUUID();
  await world.station.store.transaction(async (tx) => {
    const by = world.station.officer.id;
    const { number } = await reserveNumber(tx, 'notification', { year: 2026, at: now(), by, recordId: id });
    await insertNotification(tx, cleared.value, { ...(await cover(tx, { by })), id, number, cosignedBy: null });
  });
  return id;
}

const notice: NotificationDraft = {
  outcome: 'notified',
  direction: 'out',
  contactedAt: '2026-11-24T02:00:00-05:00',
  agency: 'ICE',
  unit: 'ERO Boston',
  channel: 'phone',
  purpose: 'Told them of the arrest under 2(a).',
  released: ['name', 'charge'],
  criminalHistory: false,
};

describe('the notification log', () => {
  it('keeps a notice with its ground and its subject', async () => {
    const id = await notify({ ...notice, bookingId: world.booking, determinationId: world.standing });
    const found = await findNotification(world.station.store.read, id);
    expect(found).toMatchObject({
      ...notice,
      ground: '2a',
      cite: '2(a)',
      decidedBy: 'Alex Testperson',
      number: 'N-2026-00002',
    });
    expect(found?.subject).toMatchObject({ lastName: 'Testperson', firstName: 'Bo' });
    expect(found).not.toHaveProperty('recipient');
  });

  it('keeps a decline and a request that came in, without a ground or a booking', async () => {
    const declined = await notify({ ...notice, outcome: 'declined', released: [], reason: 'No ground stands.' });
    await notify({ ...notice, direction: 'in', outcome: 'no-action', released: [] });
    const found = await findNotification(world.station.store.read, declined);
    expect(found).toMatchObject({
      outcome: 'declined',
      ground: null,
      subject: null,
      facts: null,
      reason: 'No ground stands.',
    });
    const log = await listNotifications(world.station.store.read);
    expect(log.map((one) => one.outcome)).toEqual(['no-action', 'declined', 'notified']);
  });

  it('names the copies that left under a number of their own', async () => {
    const notificationId = await notify({ ...notice, outcome: 'declined', released: [] });
    const id = randomUUID();
    await world.station.store.transaction(async (tx) => {
      const by = world.station.officer.id;
      const { number } = await reserveNumber(tx, 'export', { year: 2026, at: now(), by, recordId: id });
      const exported = { id, number, notificationId, audience: 'ICE ERO Boston', leftOut: ['times'] };
      await insertExport(tx, exported, await cover(tx, { by }));
    });
    const again = world.station.store.transaction(async (tx) => {
      const exported = {
        id: randomUUID(),
        number: 'EXP-2026-000009',
        notificationId,
        audience: 'A court',
        leftOut: [],
      };
      await insertExport(tx, exported, await cover(tx, { by: world.station.officer.id }));
    });
    await expect(again).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('the shift', () => {
  it('tells what was recorded, the newest first, and whom it is about', async () => {
    const { read } = world.station.store;
    const events = await listShiftEvents(read, now(-3_600_000));
    expect(new Set(events.map((event) => event.kind))).toEqual(
      new Set([
        'notification.declined',
        'notification.no-action',
        'notification.notified',
        'ground.determined',
        'booking.saved',
      ]),
    );
    expect(events.find((event) => event.kind === 'notification.notified')?.text).toBe(
      'N-2026-00002, 2026-00001, Testperson Bo',
    );
    expect(await listShiftEvents(read, now(3_600_000))).toEqual([]);
    expect((await findNewest(read))?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
  });
});
