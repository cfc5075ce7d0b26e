import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Supervision } from '../../contract/supervision.ts';
import { supervisedAs } from '../../policy/supervision.ts';
import { book, NOTICE } from '../support/booked.ts';
import { dutyDesk } from '../support/duties.ts';
import { addTo } from '../support/matters.ts';
import { HOUR, MINUTE, movedClock } from '../support/moved-clock.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const clock = movedClock();
let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('supervisor', 'keeper');
  await desk.signIn('chief', 'chief');
  await desk.signIn('keeper', 'keeper');
  await desk.signIn('sample');
  booking = await book(desk);
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

const { told, ago, only, act } = dutyDesk({ desk: () => desk, clock });
const look = (client = 'keeper'): Promise<Supervision> => desk.done('supervisor.get', {}, client);
const codes = (duties: Supervision['clocks']): readonly string[] => duties.map(({ duty }) => duty);
const EMPTY = { held: 0, clocks: 0, unfinished: 0, confirmations: 0, reviews: 0, late: 0 };
const count = (seen: Supervision): object =>
  Object.fromEntries(
    Object.entries(seen).map(([name, rows]: readonly [string, readonly unknown[]]) => [name, rows.length]),
  );

const X2 = {
  whatHappened: 'Drove a van at the gate of the water works.',
  whySerious: 'The van carried forty liters of fuel.',
  threat: 'public-safety',
  perceivedFrom: 'Two officers saw the fuel and a detonator.',
  whyNoListedGround: 'Nobody is arrested for it yet.',
};
const X1 = {
  agency: 'HSI',
  unit: 'Group 4',
  official: 'S. A. Kim Placeholder',
  callbackVerified: true,
  criminalStatute: '18 U.S.C. 1956',
  federalCase: 'EX-26-0417',
  openedOn: '2026-03-08',
  asked: 'A copy of the tow report.',
  sealedCheck: 'clear',
};

describe('the page of a supervisor', () => {
  it('is empty while nothing is open', async () => {
    expect(count(await look())).toEqual(EMPTY);
    expect(count(await look('chief'))).toEqual(EMPTY);
  });

  it('shows an exception until the chief has reviewed it, with the notice made under it', async () => {
    const form = { bookingId: booking, ground: 'X2', facts: X2 } as const;
    const { cosignId } = await desk.done('ground.cosign', { ...form, name: 'keeper', passphrase: PASSPHRASE });
    const { determinationId } = await desk.done('ground.determine', { ...form, cosignId });
    expect((await look()).reviews[0]).toMatchObject({ bookingId: booking, notificationId: null });
    const notice = { ...NOTICE, contactedAt: told(), bookingId: booking, determinationId };
    const { notificationId } = await desk.done('notification.record', { ...notice, released: [...NOTICE.released] });
    const { reviews } = await look();
    expect(reviews.map((duty) => [duty.duty, duty.notificationId, duty.left > 0])).toEqual([
      ['chief-review', notificationId, true],
    ]);
    const [review] = reviews;
    expect(await act(review?.dutyId ?? '', 'done', { client: 'chief' })).toEqual([]);
    expect(count(await look())).toEqual(EMPTY);
  });

  it('shows a record begun life first as a clock, and after two hours as unfinished', async () => {
    const event = { kind: 'begun', at: told(), detail: {} };
    const asked = { ground: '3b-i', facts: {} } as const;
    const { matterId } = await desk.done('matter.open', { kind: 'assistance', subject: {}, event, asked });
    expect(codes((await look()).clocks)).toEqual(['cleared', 'cleared', 'finish-facts']);
    clock.by += 2 * HOUR - MINUTE;
    expect(codes((await look()).unfinished)).toEqual([]);
    clock.by += 2 * MINUTE;
    const seen = await look();
    expect(seen.unfinished.map(({ duty, matterId: of, person }) => [duty, of, person])).toEqual([
      ['finish-facts', matterId, null],
    ]);
    expect(codes(seen.clocks)).toEqual(['cleared', 'cleared']);
    expect(await addTo(desk, matterId, { kind: 'cleared', at: told() })).toEqual([]);
    expect(codes((await look()).clocks)).toEqual([]);
  });

  it('shows a written confirmation that has not come after a day', async () => {
    const subject = { role: 'suspect', lastName: 'Placeholder' } as const;
    const event = { kind: 'begun', at: told(), detail: {} };
    const facts = { ...X1, instrument: { kind: 'oral', requestedAt: ago(1) } };
    const { matterId } = await desk.done('matter.open', {
      ...{ kind: 'assistance', subject, event },
      asked: { ground: 'X1', facts },
    });
    expect(codes((await look()).clocks)).toEqual(['written-confirmation']);
    clock.by += 24 * HOUR;
    expect((await look()).confirmations).toMatchObject([
      { duty: 'written-confirmation', matterId, person: 'Placeholder' },
    ]);
    expect(await addTo(desk, matterId, { kind: 'confirmed', at: told(), detail: { reference: 'EX-26-0417' } })).toEqual(
      [],
    );
    expect((await look()).confirmations).toEqual([]);
  });

  it('shows whoever is held past release until they are released', async () => {
    const held = await book(desk);
    await desk.done('booking.recordEvent', { bookingId: held, kind: 'release-eligible', at: told() });
    clock.by += 2 * MINUTE;
    expect((await look()).held).toMatchObject([{ bookingId: held, person: 'Testperson Alex' }]);
    await desk.done('booking.recordEvent', { bookingId: held, kind: 'released', at: told() });
    expect((await look()).held).toEqual([]);
  });

  it('counts each open duty once, as the list of duties does', async () => {
    const seen = await look();
    const shown = [...seen.held, ...seen.clocks, ...seen.unfinished, ...seen.confirmations, ...seen.reviews];
    const open = await desk.done('duty.list', {});
    expect(shown.map(({ dutyId }) => dutyId).sort()).toEqual(open.map(({ dutyId }) => dutyId).sort());
    expect((await only('finish-facts')).left).toBeLessThan(0);
    expect(supervisedAs('jttf', -1)).toBe('clocks');
  });

  it('shows what was entered an hour late or more, for a week', async () => {
    const request = (at: string) =>
      desk.done('matter.open', {
        kind: 'request',
        subject: {},
        event: { kind: 'received', at, detail: { channel: 'fax', agency: 'ERO Boston', asked: 'I-247A' } },
      });
    await request(ago(59));
    const late = await request(ago(61));
    await desk.done('booking.recordEvent', { bookingId: booking, kind: 'phone-call', at: ago(90) });
    const declined = { ...NOTICE, outcome: 'declined', released: [], contactedAt: ago(75) } as const;
    const { number } = await desk.done('notification.record', { ...declined, released: [] });
    expect((await look()).late.map((entry) => [entry.of, entry.number, entry.by])).toEqual([
      ['notification', number, 'Officer sample Fictional'],
      ['booking', expect.stringMatching(/-00001$/), 'Officer sample Fictional'],
      ['matter', late.number, 'Officer sample Fictional'],
    ]);
    clock.by += 7 * 24 * HOUR + MINUTE;
    expect((await look()).late).toEqual([]);
  });
});
