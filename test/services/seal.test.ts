import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../policy/report/report.ts';
import { lookInside } from '../support/look-inside.ts';
import { refusedIn } from '../support/matters.ts';
import { addPeople, carryOut, fillRecord, TELLING, type Filled } from '../support/ordered.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';
import { foundIn } from '../support/store-pages.ts';

let desk: TestStation;
let filled: Filled;
let before: Report;
const span = { from: '2020-01-01', to: '2030-12-31' };
/** Refusals of this very test aside. */
const figuresOf = ({ figures }: Report) => figures.filter(({ id }) => !id.startsWith('refusals'));
const totals = (report: Report) =>
  figuresOf(report).map(({ id, count, parts, minutes }) => ({ id, count, parts, minutes }));
const bad = async () => (await desk.done('system.check', {})).checks.filter(({ ok }) => !ok);

beforeAll(async () => {
  desk = await newTestStation();
  await addPeople(desk);
  filled = await fillRecord(desk);
  await desk.done('handover.sign', {
    ...{ shown: (await desk.done('handover.get', {})).digest, name: 'keeper', passphrase: PASSPHRASE },
    note: 'Ms Quillfeather left her cobalt satchel.',
  });
  const told = JSON.stringify([await desk.done('handover.get', {}), await desk.done('trail.get', {})]);
  expect(told.match(/Quillfeather/g)).toHaveLength(3);
  before = await desk.done('report.get', span);
  expect((await carryOut(desk, { ...filled, kind: 'seal' })).ok).toBe(true);
}, 120_000);
afterAll(() => desk.remove());

/** Names, dates and officers by which the search would find it. */
const FOUND_BY = ['quill', 'marisol', '1987-02-11', '02/11/1987', 'fiction', '2026'];

/** What every list of the window and of the command line shows to a client. */
async function everyList(client: string): Promise<string> {
  const lists = [
    await desk.done('desk.get', {}, client),
    await desk.done('booking.list', { limit: 50 }, client),
    ...(await Promise.all(FOUND_BY.map((words) => desk.done('booking.find', { words }, client)))),
    await desk.done('notification.list', {}, client),
    await desk.done('matter.list', {}, client),
    await desk.done('duty.list', {}, client),
    await desk.done('duty.list', { open: false }, client),
    await desk.done('report.get', span, client),
  ];
  const supervised = client === 'auditor' ? null : await desk.done('supervisor.get', {}, 'keeper');
  // Free words of a handover, and reasons of those who opened a paper or the status.
  const told = [await desk.done('handover.get', {}, 'keeper'), await desk.done('trail.get', {}, 'keeper')];
  const own = await desk.done('trail.mine', {}, client);
  return JSON.stringify([lists, supervised, told, own]).toLowerCase();
}

describe('a sealed record', () => {
  it.each(['test', 'keeper', 'clerk', 'officer', 'auditor'])('is in no list of %s', async (client) => {
    const words = [...TELLING, filled.number, filled.bookingId, filled.matterId, filled.notificationId];
    expect(foundIn(await everyList(client), words)).toEqual([]);
  });

  it('answers every call as if there were none', async () => {
    const { bookingId, notificationId, matterId } = filled;
    const at = new Date().toISOString();
    const event = { kind: 'closed', at, detail: {} };
    const replies = [
      await desk.call('booking.get', { bookingId }),
      await desk.call('booking.beside', { bookingId }),
      await desk.call('booking.recordEvent', { bookingId, kind: 'phone-call', at }),
      await desk.call('booking.correct', { bookingId, baseVersion: 2, fields: {}, charges: [], reason: 'Read again' }),
      await desk.call('notification.get', { notificationId }),
      await desk.call('matter.get', { matterId }),
      await desk.call('matter.addEvent', { matterId, event }),
      await desk.call('ground.determine', { bookingId, ground: '2b', facts: {} }),
    ];
    for (const reply of replies) expect(refusedIn(reply)[0]).toMatch(/^not-found/);
    expect(await desk.done('status.get', { bookingId })).toEqual({ open: false, determinationId: null, records: 0 });
  });

  it('is checked before any release: no copy of it leaves', async () => {
    const { notificationId } = filled;
    const wanted = { notificationIds: [notificationId], folder: desk.recoveryFolder, audience: 'A court' };
    expect(refusedIn(await desk.call('notification.export', wanted))).toEqual(['not-found notificationIds']);
    expect(refusedIn(await desk.call('notification.export', wanted, 'clerk'))).toEqual(['not-found notificationIds']);
  });

  it('is counted in reports as before, without a row and without a line', async () => {
    const after = await desk.done('report.get', span);
    expect(totals(after)).toEqual(totals(before));
    expect(after.requests).toEqual([]);
    expect(figuresOf(after).flatMap(({ rows }) => rows)).toEqual([]);
  });

  it('stays whole: everything is there, and checks', async () => {
    const inside = await lookInside(desk.folder);
    expect(foundIn(inside.texts().toLowerCase(), TELLING)).toEqual(TELLING);
    inside.close();
    expect(await bad()).toEqual([]);
  });

  it('opens to the chief alone, for a reason that the law leaves open, and each opening is on record', async () => {
    const { bookingId, number } = filled;
    expect(await desk.done('order.sealed', {})).toMatchObject([{ bookingId, number, sealedBy: 'M. Fiction' }]);
    const inside = await lookInside(desk.folder);
    const opened = (): number => inside.counts()['sealing_event'] ?? 0;
    const times = opened();
    for (const client of ['keeper', 'clerk', 'officer', 'auditor']) {
      const reply = await desk.call(
        'order.openSealed',
        { bookingId, reason: 'court', why: 'Letter of the clerk' },
        client,
      );
      expect(refusedIn(reply)).toEqual(['role-not-allowed']);
    }
    expect(opened()).toBe(times);
    for (const why of ['', 'He is undocumented.']) {
      const reply = await desk.raw('order.openSealed', { bookingId, reason: 'court', why });
      expect(refusedIn(reply)).toEqual([
        why === '' ? 'missing-value why' : expect.stringMatching(/^status-in-text why/),
      ]);
    }
    expect(opened()).toBe(times);
    const why = 'Question of the prosecutor, by letter';
    const booking = await desk.done('order.openSealed', { bookingId, reason: 'criminal-justice', why });
    expect([booking.number, opened()]).toEqual([number, times + 1]);
    expect(inside.texts()).toContain(`"order",{"opened":"criminal-justice","why":"${why}"}`);
    expect(JSON.stringify(await desk.done('trail.get', {}, 'keeper'))).not.toContain(why);
    inside.close();
    expect(await bad()).toEqual([]);
  });

  it('is not sealed twice', async () => {
    expect(refusedIn(await carryOut(desk, { ...filled, kind: 'seal' }))).toEqual([
      'wrong-value bookingId sealed-already',
    ]);
  });

  it('is back where it was once the court takes its seal back, and can be sealed anew', async () => {
    expect((await carryOut(desk, { ...filled, kind: 'unseal' })).ok).toBe(true);
    expect((await desk.done('booking.get', { bookingId: filled.bookingId })).number).toBe(filled.number);
    const back = await desk.done('report.get', span);
    expect([figuresOf(back), back.requests]).toEqual([figuresOf(before), before.requests]);
    expect(refusedIn(await carryOut(desk, { ...filled, kind: 'unseal' }))).toEqual([
      'wrong-value bookingId not-sealed',
    ]);
    expect((await carryOut(desk, { ...filled, kind: 'seal' })).ok).toBe(true);
  });

  it('can be expunged, and its seal goes with it', async () => {
    expect((await carryOut(desk, { ...filled, kind: 'expunge' })).ok).toBe(true);
    expect(await desk.done('order.sealed', {})).toEqual([]);
    const inside = await lookInside(desk.folder);
    expect(inside.counts()).toMatchObject({ sealing: 0, sealing_event: 0 });
    inside.close();
    expect(totals(await desk.done('report.get', span))).toEqual(totals(before));
    expect(await bad()).toEqual([]);
  });
});

describe('a record that a records system sends again', () => {
  const rows = (cell: string): string =>
    `booking_no,booking_datetime,last_name,first_name,cell\nB-77,2026-10-02T03:04:00-04:00,Testperson,Kit,${cell}\n`;
  const send = (cell: string) => {
    const path = join(desk.folder, '..', `rows-${cell}.csv`);
    writeFileSync(path, rows(cell));
    return desk.done('import.run', { path, dryRun: false });
  };

  it('stays behind its seal, and comes again once it was expunged: the other system has to let it go as well', async () => {
    await send('c1');
    const [found] = await desk.done('order.find', { number: 'B-77' });
    const wanted = { bookingId: found?.bookingId ?? '', number: 'B-77' };
    expect((await desk.done('order.preview', { bookingId: wanted.bookingId, kind: 'seal', beside: [] })).imported).toBe(
      true,
    );
    expect((await carryOut(desk, { ...wanted, kind: 'seal' })).ok).toBe(true);
    await send('c2');
    expect(JSON.stringify(await desk.done('booking.list', { limit: 50 }))).not.toContain('B-77');
    expect(
      (await desk.done('order.openSealed', { bookingId: wanted.bookingId, reason: 'court', why: 'To compare' })).fields
        .cell,
    ).toBe('c2');
    expect((await carryOut(desk, { ...wanted, kind: 'expunge' })).ok).toBe(true);
    expect(await desk.done('order.find', { number: 'B-77' })).toEqual([]);
    await send('c3');
    expect(JSON.stringify(await desk.done('booking.list', { limit: 50 }))).toContain('B-77');
  });
});
