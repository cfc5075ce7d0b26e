import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { refusedIn } from '../support/matters.ts';
import {
  addPeople,
  carryOut,
  fillRecord,
  giveNotice,
  openGround,
  orderOf,
  TELLING,
  WHO,
  type Filled,
} from '../support/ordered.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { PASSPHRASE, type TestStation } from '../support/station.ts';
import { SUBJECT } from '../support/unbooked.ts';

let desk: TestStation;
let filled: Filled;
beforeAll(async () => {
  desk = await copyTestStation();
  await addPeople(desk);
  filled = await fillRecord(desk);
}, 120_000);
afterAll(() => desk.remove());

const under = (bookingId: string, change: object = {}) => ({
  ...{ bookingId, order: { ...orderOf('expunge'), ...change }, beside: [] },
});
const sign = (bookingId: string, name = 'clerk', change: object = {}) =>
  desk.call('order.cosign', { ...under(bookingId, change), name, passphrase: PASSPHRASE });
async function wordFor(bookingId: string): Promise<string> {
  const reply = await sign(bookingId);
  return reply.ok ? reply.value.cosignId : '';
}
async function released(): Promise<string> {
  const bookingId = await book(desk);
  await desk.done('booking.recordEvent', { bookingId, kind: 'released', at: new Date().toISOString(), detail: 'home' });
  return bookingId;
}
const numberOf = async (bookingId: string): Promise<string> => (await desk.done('booking.get', { bookingId })).number;

describe('a second person', () => {
  it('is a records clerk, a supervisor or another chief, and nobody else', async () => {
    expect(refusedIn(await sign(filled.bookingId, 'clerk'))).toEqual([]);
    expect(refusedIn(await sign(filled.bookingId, 'keeper'))).toEqual([]);
    expect(refusedIn(await sign(filled.bookingId, 'officer'))).toEqual(['role-not-allowed people.cosigner']);
    expect(refusedIn(await sign(filled.bookingId, 'auditor'))).toEqual(['role-not-allowed people.cosigner']);
    expect(refusedIn(await sign(filled.bookingId, 'chief'))).toEqual(['same-person people.cosigner']);
  });

  it('stands for exactly what goes: an event more, another order, another record, and the word is worth nothing', async () => {
    const bookingId = await released();
    const typed = await numberOf(bookingId);
    const cosignId = await wordFor(bookingId);
    const carry = async (change: object = {}, more: object = {}) =>
      refusedIn(await desk.call('order.carryOut', { ...under(bookingId, change), typed, cosignId, ...more }));
    const none = ['wrong-value cosignId second-person'];
    expect(await carry({ docket: '2612CR000418' })).toEqual(none);
    expect(await carry({ kind: 'seal', section: '100A' })).toEqual(none);
    expect(await carry({}, { cosignId: bookingId })).toEqual(none);
    await desk.done('booking.recordEvent', { bookingId, kind: 'phone-call', at: new Date().toISOString() });
    expect(await carry()).toEqual(none);
  });
});

describe('an order', () => {
  it.each([
    ['a section that orders something else', { section: '100A' }, 'wrong-value order.section not-the-section'],
    ['a day that lies ahead', { orderedOn: '2099-01-01' }, 'wrong-value order.orderedOn future-day'],
    ['a reference that tells a status', { reference: 'the undocumented man' }, 'status-in-text order.reference'],
    ['a court that tells a status', { court: 'He is undocumented' }, 'status-in-code order.court'],
  ])('is refused with %s', async (_name, change, expected) => {
    expect(refusedIn(await sign(filled.bookingId, 'clerk', change))).toEqual([expected]);
  });

  it('waits for somebody who is in custody', async () => {
    const bookingId = await book(desk);
    const number = await numberOf(bookingId);
    const preview = await desk.done('order.preview', { bookingId, kind: 'expunge', beside: [] });
    expect(preview.obstacles).toEqual(['in-custody']);
    expect(refusedIn(await carryOut(desk, { bookingId, number, kind: 'expunge' }))).toEqual([
      'wrong-value bookingId in-custody',
    ]);
    expect(refusedIn(await carryOut(desk, { bookingId, number, kind: 'seal' }))).toEqual([
      'wrong-value bookingId in-custody',
    ]);
  });

  it('waits for a duty that runs', async () => {
    const bookingId = await book(desk);
    await giveNotice(desk, bookingId, await openGround(desk, bookingId));
    await desk.done('booking.recordEvent', { bookingId, kind: 'released', at: new Date().toISOString() });
    const number = await numberOf(bookingId);
    for (const kind of ['expunge', 'seal'] as const) {
      expect(refusedIn(await carryOut(desk, { bookingId, number, kind }))).toEqual(['wrong-value bookingId duty-runs']);
    }
  });

  it('waits for the number of the booking, typed as it stands', async () => {
    const { bookingId, number } = filled;
    const typed = `${number.slice(0, -1)}9`;
    expect(refusedIn(await carryOut(desk, { bookingId, number: typed, kind: 'expunge' }))).toEqual([
      'wrong-value typed not-the-number',
    ]);
    expect(await numberOf(bookingId)).toBe(number);
  });
});

describe('the preview', () => {
  it('names every table with as many rows as go, and who has to be told', async () => {
    const inside = await lookInside(desk.folder);
    const before = inside.counts();
    const { number, bookingId } = filled;
    expect((await desk.done('order.find', { number })).map((one) => one.lastName)).toEqual([WHO.last_name]);
    const preview = await desk.done('order.preview', { bookingId, kind: 'expunge', beside: [] });
    expect(preview.tables.map(({ table }) => table)).toEqual([
      ...['booking', 'matter', 'matter_event', 'scan', 'duty', 'duty_event', 'booking_version', 'booking_event'],
      ...['decision', 'determination', 'notification', 'export', 'status_record', 'charge', 'disclosure'],
    ]);
    expect(preview).toMatchObject({ audiences: [{}, {}, {}], copies: [], imported: false, obstacles: [] });
    expect(inside.counts()).toEqual(before);
    expect((await carryOut(desk, { ...filled, kind: 'expunge' })).ok).toBe(true);
    const after = inside.counts();
    inside.close();
    const told = { disclosure: 12, recall: 3, expunge: 1 };
    for (const { table, rows } of preview.tables) {
      const came = Object.entries(told).find(([name]) => name === table)?.[1] ?? 0;
      expect([table, (before[table] ?? 0) - (after[table] ?? 0) + came]).toEqual([table, rows]);
    }
  });

  it('shows what belongs to no booking and may be the same person, and takes what is ticked', async () => {
    const at = new Date().toISOString();
    const fields = { last_name: SUBJECT.lastName, first_name: SUBJECT.firstName, dob: SUBJECT.dob };
    const bookingId = await book(desk, { fields });
    await desk.done('booking.recordEvent', { bookingId, kind: 'released', at, detail: 'home' });
    const event = {
      kind: 'received',
      at,
      detail: { channel: 'fax', agency: 'Federal office, made up', asked: 'Call.' },
    };
    const same = await desk.done('matter.open', { kind: 'request', subject: SUBJECT, event });
    const other = { ...SUBJECT, dob: '1971-01-01' };
    await desk.done('matter.open', { kind: 'request', subject: other, event });
    const notice = { ...event, kind: 'asked', detail: { asked: 'Where he lives', answer: 'declined' } };
    await desk.call('matter.open', { kind: 'inquiry', bookingId, subject: {}, event: notice });
    const { beside } = await desk.done('order.preview', { bookingId, kind: 'expunge', beside: [] });
    const matters = beside.filter(({ kind }) => kind === 'matter');
    expect(matters).toMatchObject([{ id: same.matterId, likely: true, person: 'Placeholder, Kim 1990-04-01' }]);
    const ticked = beside.map(({ id }) => id);
    const number = await numberOf(bookingId);
    expect((await carryOut(desk, { bookingId, number, kind: 'expunge', beside: ticked })).ok).toBe(true);
    expect(refusedIn(await desk.call('matter.get', { matterId: same.matterId }))).toEqual(['not-found matterId']);
    expect((await desk.done('matter.list', {})).map(({ about }) => about)).toContain('Placeholder, Kim');
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

it('numbers go on without a gap, and one that was let go is not given again', async () => {
  const bookingId = await released();
  const number = await numberOf(bookingId);
  expect((await carryOut(desk, { bookingId, number, kind: 'expunge' })).ok).toBe(true);
  const next = await numberOf(await book(desk));
  expect(Number(next.slice(5))).toBe(Number(number.slice(5)) + 1);
  expect(JSON.stringify(await desk.done('booking.list', { limit: 50 })).toLowerCase()).not.toContain(TELLING[0]);
});
