import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listBookings, listInCustody } from '../../db/booking/list.ts';
import { findBooking, findBookingHead, findDraft, listDrafts } from '../../db/booking/reader.ts';
import {
  abandonNumber,
  deleteDraft,
  insertBooking,
  insertBookingEvent,
  insertBookingVersion,
  reserveNumber,
  saveDraft,
} from '../../db/booking/writer.ts';
import type { BookingEventKind } from '../../policy/booking.ts';
import { clearBookingEvent, clearDraft } from '../../policy/gate.ts';
import { draftOf, openForm, saveOne, textOf } from '../support/store-records.ts';
import { cover, newStation, now, type TestStation } from '../support/store-station.ts';

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
});
afterAll(() => station.end());

const save = (fields: Readonly<Record<string, unknown>> = {}) =>
  station.store.transaction((tx) => saveOne(tx, station, draftOf(fields)));

async function record(bookingId: string, kind: BookingEventKind, at: string): Promise<void> {
  const cleared = clearBookingEvent({ kind, at });
  if (!cleared.ok) throw new Error('the event of a test was refused');
  await station.store.transaction(async (tx) => {
    const meta = await cover(tx, { by: station.officer.id });
    await insertBookingEvent(tx, cleared.value, { ...meta, id: randomUUID(), bookingId });
  });
}

describe('a saved booking', () => {
  it('comes back field by field, charge by charge', async () => {
    const draft = draftOf({ age: 36, interpreter_needed: false, bail_amount: '500.00' });
    const { bookingId, number } = await station.store.transaction((tx) => saveOne(tx, station, draft));
    const found = await findBooking(station.store.read, bookingId);
    expect(found).toMatchObject({ bookingId, number, version: 1, origin: 'desk', savedBy: 'Alex Testperson' });
    expect(found?.fields).toEqual(draft.fields);
    expect(found?.charges).toEqual(draft.charges);
    expect(found?.corrections).toEqual([]);
  });

  it('tells what happened in the order in which it happened', async () => {
    const { bookingId } = await save({ arrest_datetime: '2026-11-24T00:40:00-05:00' });
    await record(bookingId, 'rights-read', '2026-11-24T00:45:00-05:00');
    const found = await findBooking(station.store.read, bookingId);
    expect(found?.events.map((event) => event.kind)).toEqual(['arrested', 'rights-read', 'opened', 'saved']);
  });

  it('keeps every version; the newest holds and the reason stands', async () => {
    const { bookingId } = await save();
    await station.store.transaction(async (tx) => {
      const meta = await cover(tx, { by: station.chief.id });
      const corrected = { ...meta, bookingId, version: 2, reason: textOf('The name was misspelt.') };
      await insertBookingVersion(tx, draftOf({ last_name: 'Testpersonn' }), corrected);
    });
    const found = await findBooking(station.store.read, bookingId);
    expect(found).toMatchObject({ version: 2, savedBy: 'Kim Placeholder' });
    expect(found?.fields.last_name).toBe('Testpersonn');
    expect(found?.corrections).toMatchObject([{ version: 2, by: 'Kim Placeholder', reason: 'The name was misspelt.' }]);
    const head = await findBookingHead(station.store.read, bookingId);
    expect(head).toMatchObject({ version: 2, abandoned: false, entrySeq: found?.entry });
  });

  it('is not there before it was saved, nor under an unknown id', async () => {
    const { bookingId } = await station.store.transaction((tx) => openForm(tx, station));
    expect(await findBooking(station.store.read, bookingId)).toBeUndefined();
    expect(await findBooking(station.store.read, randomUUID())).toBeUndefined();
    expect(await findBookingHead(station.store.read, bookingId)).toMatchObject({ version: 0, abandoned: false });
    expect(await findBookingHead(station.store.read, randomUUID())).toBeUndefined();
  });
});

describe('numbers', () => {
  it('follow one another per kind and year', async () => {
    const taken = await station.store.transaction(async (tx) => {
      const wanted = { at: now(), by: station.officer.id };
      const numbers: string[] = [];
      for (const [kind, year] of [
        ['export', 2026],
        ['export', 2026],
        ['export', 2027],
        ['notification', 2026],
      ] as const) {
        numbers.push((await reserveNumber(tx, kind, { ...wanted, year, recordId: randomUUID() })).number);
      }
      return numbers;
    });
    expect(taken).toEqual(['EXP-2026-000001', 'EXP-2026-000002', 'EXP-2027-000001', 'N-2026-00001']);
  });

  it('are given back with a transaction that fails, so that no gap comes of it', async () => {
    const first = await station.store.transaction((tx) => openForm(tx, station));
    const failing = station.store.transaction(async (tx) => {
      await openForm(tx, station);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const next = await station.store.transaction((tx) => openForm(tx, station));
    expect(Number(next.number.slice(-5))).toBe(Number(first.number.slice(-5)) + 1);
  });
});

describe('a form that is not saved', () => {
  it('keeps what passed, again and again, until it is saved or given up', async () => {
    const form = await station.store.transaction((tx) => openForm(tx, station));
    expect(await findDraft(station.store.read, form.bookingId)).toMatchObject({
      keptAt: null,
      fields: {},
      charges: [],
    });
    for (const last_name of ['Test', 'Testperson']) {
      const { kept } = clearDraft({
        fields: { last_name, rights_read: true },
        charges: [{ offense: 'abdw', charge_counts: 2 }],
      });
      const meta = { bookingId: form.bookingId, at: now(), by: station.officer.id };
      await station.store.transaction((tx) => saveDraft(tx, kept, meta));
    }
    const draft = await findDraft(station.store.read, form.bookingId);
    expect(draft).toMatchObject({ number: form.number, fields: { last_name: 'Testperson', rights_read: true } });
    expect(draft?.charges).toEqual([{ offense: 'abdw', charge_counts: 2 }]);
    expect((await listDrafts(station.store.read)).map((one) => one.bookingId)).toContain(form.bookingId);
    await station.store.transaction(async (tx) => {
      const meta = await cover(tx, { by: station.officer.id });
      await abandonNumber(tx, { bookingId: form.bookingId, reason: textOf('Entered twice.') }, meta);
      await deleteDraft(tx, form.bookingId);
    });
    expect(await findDraft(station.store.read, form.bookingId)).toBeUndefined();
    expect(await findBookingHead(station.store.read, form.bookingId)).toMatchObject({ abandoned: true });
  });
});

describe('lists of bookings', () => {
  it('come in pages, the newest first, with nothing twice and nothing left out', async () => {
    const made: string[] = [];
    for (let at = 0; at < 5; at += 1) made.push((await save()).bookingId);
    const first = await listBookings(station.store.read, { limit: 3 });
    const second = await listBookings(station.store.read, { limit: 2, before: first.at(-1)?.bookingId });
    expect([...first, ...second].map((line) => line.bookingId)).toEqual(made.toReversed());
    expect(first[0]).toMatchObject({ lastName: 'Testperson', firstName: 'Bo', charge: 'A&B with a dangerous weapon' });
    expect(first[0]?.bookedAt).toBe('2026-11-24T01:15:00-05:00');
  });

  it('say who is in custody until a release is recorded', async () => {
    const { bookingId } = await save();
    const line = async () => (await listInCustody(station.store.read)).find((one) => one.bookingId === bookingId);
    expect(await line()).toMatchObject({ custody: { inCustody: true, releaseEligibleAt: null, releasedAt: null } });
    await record(bookingId, 'release-eligible', '2026-11-24T03:00:00-05:00');
    expect(await line()).toMatchObject({ custody: { releaseEligibleAt: '2026-11-24T03:00:00-05:00' } });
    await record(bookingId, 'released', '2026-11-24T04:00:00-05:00');
    expect(await line()).toBeUndefined();
    const [listed] = await listBookings(station.store.read, { limit: 1 });
    expect(listed?.custody).toMatchObject({ inCustody: false, releasedAt: '2026-11-24T04:00:00-05:00' });
  });

  it('agree with one another about custody, whatever was told in whatever order', async () => {
    const kinds = ['released', 'in-custody', 'released', 'in-custody'] as const;
    const hours = ['03', '03', '04', '05'];
    for (let round = 0; round < 24; round += 1) {
      const fields = round % 3 === 0 ? { release_datetime: '2026-11-24T03:00:00-05:00' } : {};
      const { bookingId } = await save(fields);
      for (let step = 0; step < round % 4; step += 1) {
        const hour = hours[(round * 7 + step * 3) % 4] ?? '03';
        await record(bookingId, kinds[(round + step) % 4] ?? 'released', `2026-11-24T${hour}:00:00-05:00`);
      }
    }
    const lines = await listBookings(station.store.read, { limit: 500 });
    const held = lines.filter((line) => line.custody.inCustody);
    expect(held.length).toBeLessThan(lines.length);
    expect(await listInCustody(station.store.read)).toEqual(held);
  });

  it('do not call everybody in custody who came with a file', async () => {
    const id = randomUUID();
    await station.store.transaction(async (tx) => {
      const meta = await cover(tx, { by: station.officer.id });
      const source = { sourceSystem: 'RMS', sourceRecordId: 'B-1' };
      await insertBooking(tx, { id, stationId: station.stationId, number: 'B-1', origin: 'import', ...source }, meta);
      await insertBookingVersion(tx, draftOf(), { ...meta, bookingId: id, version: 1 });
    });
    expect((await listInCustody(station.store.read)).map((one) => one.bookingId)).not.toContain(id);
    await record(id, 'in-custody', '2026-11-24T03:00:00-05:00');
    expect((await listInCustody(station.store.read)).map((one) => one.bookingId)).toContain(id);
  });
});
