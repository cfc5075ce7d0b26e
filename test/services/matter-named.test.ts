import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { addTo } from '../support/matters.ts';
import { addPeople, carryOut } from '../support/ordered.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
let matterId = '';
beforeAll(async () => {
  desk = await copyTestStation();
  await addPeople(desk);
}, 120_000);
afterAll(() => desk.remove());

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const KIM = { role: 'suspect', family: 'Placeholder', given: 'Kim', dob: '1990-04-01' } as const;
const name = (detail: Readonly<Record<string, string>>, client?: string) =>
  addTo(desk, matterId, { kind: 'named', at: ago(90), detail, ...(client === undefined ? {} : { client }) });
const get = () => desk.done('matter.get', { matterId });

beforeEach(async () => {
  const event = { kind: 'begun', at: ago(100), detail: {} };
  const asked = { ground: '3b-i', facts: {} } as const;
  const opened = await desk.done('matter.open', { kind: 'assistance', subject: {}, event, asked });
  ({ matterId } = opened);
  expect(opened.subject).toEqual({});
});

describe('a record that began about nobody known', () => {
  it('names the person by a later event, with the time it happened and the time of entry', async () => {
    expect(await name(KIM)).toEqual([]);
    const { subject, events } = await get();
    expect(subject).toEqual({ role: 'suspect', lastName: 'Placeholder', firstName: 'Kim', dob: '1990-04-01' });
    expect(events.map(({ kind }) => kind)).toEqual(['begun', 'named']);
    const [, later] = events.map(({ at, enteredAt }) => Date.parse(enteredAt) - Date.parse(at));
    expect(later).toBeGreaterThan(3_600_000);
    expect(events[0]?.detail).toEqual({});
    const [line] = await desk.done('matter.list', { kind: 'assistance' });
    expect(line).toMatchObject({ about: 'Placeholder, Kim', lastEvent: 'begun' });
    const duties = await desk.done('duty.list', {});
    expect(duties.find((one) => one.matterId === matterId)).toMatchObject({ person: 'Placeholder Kim' });
  });

  it('takes the name, the birth date and the custody of a booking', async () => {
    const bookingId = await book(desk);
    expect(await name({ role: 'arrestee', bookingId })).toEqual([]);
    const { bookedName, bookingId: linked, subject } = await get();
    expect([bookedName, linked, subject]).toEqual(['Testperson, Alex', bookingId, { role: 'arrestee' }]);
    const lines = await desk.done('matter.list', { bookingId });
    expect(lines.map((one) => one.matterId)).toEqual([matterId]);
  });

  it('is put right by the newest naming, and says all of them', async () => {
    await name(KIM);
    await name({ role: 'suspect', family: 'Sampleton' });
    const { subject, events } = await get();
    expect(subject).toEqual({ role: 'suspect', lastName: 'Sampleton' });
    expect(events.filter(({ kind }) => kind === 'named')).toHaveLength(2);
  });

  it('asks the policy about the person who was named', async () => {
    await name({ ...KIM, dob: '2015-01-01' });
    const asked = { ground: '3b-i', facts: { dangerNow: 'Shots are fired at two of our cars.' } } as const;
    expect(await addTo(desk, matterId, { kind: 'facts', at: ago(1), asked })).toEqual([]);
    const request = (await get()).events.at(-1)?.decision?.request;
    expect(request?.['subject']).toMatchObject({ role: 'suspect', age: new Date().getFullYear() - 2015 });
  });

  it('names after the end as well, and stays ended', async () => {
    await addTo(desk, matterId, { kind: 'cleared', at: ago(60) });
    const asked = { ground: '3b-i', facts: { dangerNow: 'Shots are fired at two of our cars.' } } as const;
    await addTo(desk, matterId, { kind: 'facts', at: ago(50), asked });
    expect(await addTo(desk, matterId, { kind: 'closed', at: ago(40) })).toEqual([]);
    expect(await name(KIM)).toEqual([]);
    const { closedAt, subject } = await get();
    expect([closedAt === null, subject.lastName]).toEqual([false, 'Placeholder']);
    const line = (await desk.done('matter.list', { kind: 'assistance' })).find((one) => one.matterId === matterId);
    expect([line?.lastEvent, line?.closedAt === null]).toEqual(['closed', false]);
  });

  it('refuses a naming that names nobody, tells status, lies ahead or points at nothing', async () => {
    expect(await name({ role: 'suspect' })).toEqual(['missing-value event.detail.family']);
    expect(await name({ ...KIM, family: 'Undocumented' })).toEqual(['status-in-text event.detail.family']);
    expect(await name({ ...KIM, dob: ago(-4_000).slice(0, 10) })).toEqual(['wrong-value event.detail.dob future']);
    expect(await name({ ...KIM, role: 'victim' })).toEqual(['wrong-value event.detail.role']);
    const bookingId = '11111111-2222-4333-8444-555566667777';
    expect(await name({ role: 'arrestee', bookingId })).toEqual(['not-found event.detail.bookingId']);
    expect((await get()).subject).toEqual({});
  });

  it('is no clerk’s to name, who may name whom a request is about', async () => {
    expect(await name(KIM, 'clerk')).toEqual(['role-not-allowed event.kind']);
    const detail = { channel: 'fax', agency: 'Federal office, made up', asked: 'Who is held there' };
    const event = { kind: 'received', at: ago(20), detail };
    ({ matterId } = await desk.done('matter.open', { kind: 'request', subject: {}, event }, 'clerk'));
    expect(await name({ ...KIM, role: 'witness' }, 'clerk')).toEqual([]);
  });

  it('goes with the booking that it named, when a court orders it', async () => {
    const bookingId = await book(desk);
    await name({ role: 'arrestee', bookingId });
    await desk.done('booking.recordEvent', { bookingId, kind: 'released', at: ago(1) });
    const { number } = await desk.done('booking.get', { bookingId });
    const requestedAt = ago(100);
    const facts = {
      ...{ requestedAt, neededAt: requestedAt, agency: 'Federal office, made up', official: 'Agent K. Placeholder' },
      ...{ callbackVerified: true, dangerNow: 'Shots are fired at two of our cars.', location: '4 Mill Street' },
      ...{ units: 'Cars 2 and 5', supervisor: 'Sgt. B. Fictional' },
    };
    expect(await addTo(desk, matterId, { kind: 'facts', at: ago(2), asked: { ground: '3b-i', facts } })).toEqual([]);
    await addTo(desk, matterId, { kind: 'cleared', at: ago(1) });
    const reply = await carryOut(desk, { bookingId, number, kind: 'expunge' });
    expect(reply).toMatchObject({ ok: true });
    expect(await desk.call('matter.get', { matterId })).toMatchObject({ refusals: [{ code: 'not-found' }] });
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
