import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { book, DECLINED, GOOD_CHARGES, GOOD_FIELDS, openForm } from '../support/booked.ts';
import { lookInside, type Inside } from '../support/look-inside.ts';
import { HOUR, MINUTE, movedClock } from '../support/moved-clock.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

// Nobody can set back how long the machine has run: a look of the station while the clock is wrong changes nothing after.
const clock = { ...movedClock(), monotonic: () => performance.now() };
let desk: TestStation;
let inside: Inside;
let form = '';
let saved = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  form = await openForm(desk);
  saved = await book(desk);
  inside = await lookInside(desk.folder);
}, 60_000);
afterAll(async () => {
  inside.close();
  await desk.remove();
});

async function placesOf(call: string, input: unknown): Promise<readonly string[]> {
  const before = inside.counts();
  const reply = await desk.raw(call, input);
  expect(inside.counts()).toEqual(before);
  return reply.ok ? [] : reply.refusals.map(({ code, field }) => `${code} ${String(field)}`);
}

const saving = (fields: object, charges: readonly object[] = GOOD_CHARGES): unknown => ({
  bookingId: form,
  fields: { ...GOOD_FIELDS, ...fields },
  charges,
});

describe('a day or time that does not exist', () => {
  it.each([
    ['dob', '1994-02-30'],
    ['dob', '1994-13-01'],
    ['dob', '19940719'],
    ['dob', 'yesterday'],
    ['booking_datetime', '2026-11-31T01:33:00-05:00'],
    ['booking_datetime', '2026-11-20T24:33:00-05:00'],
    ['booking_datetime', '2026-11-20T01:33:00'],
    ['booking_datetime', '2026-02-29T01:33:00-05:00'],
    ['arrest_datetime', '2026-11-20'],
    ['release_datetime', '2026-11-20T01:60:00Z'],
  ])('is refused in %s: %s', async (name, value) => {
    expect(await placesOf('booking.save', saving({ [name]: value }))).toEqual([`wrong-value fields.${name}`]);
  });

  it.each(['2026-11-20T01:33:00', '2026-02-30T01:33:00Z', 'now', '', '2026-11-20'])(
    'is refused for an event and a contact: %s',
    async (at) => {
      const code = at === '' ? 'missing-value' : 'wrong-value';
      const event = { bookingId: saved, kind: 'rights-read', at };
      expect(await placesOf('booking.recordEvent', event)).toEqual([`${code} at`]);
      const notice = { ...DECLINED, contactedAt: at };
      expect(await placesOf('notification.record', notice)).toEqual([`${code} contactedAt`]);
    },
  );

  it('is named by the label of its box', () => {
    expect(refusalMessage({ code: 'wrong-value', field: 'fields.dob' })).toMatch(/^Date of birth cannot be read/);
  });
});

describe('an offense that nobody knows', () => {
  it.each(['being-here', '', 'ABDW', '__proto__', 7, null])('is refused: %s', async (offense) => {
    const places = await placesOf('booking.save', saving({}, [{ offense }]));
    const known = offense === '' ? ['missing-value charges.0.charge_description'] : [/charges[.]0[.]offense$/];
    expect(places.length).toBe(1);
    expect(places[0]).toMatch(known[0] ?? '');
  });

  it('is said in a sentence', () => {
    expect(refusalMessage({ code: 'unknown-offense' })).toMatch(
      /^This charge is not in the list of offenses[.] Choose one/,
    );
  });
});

describe('a clock that was set back', () => {
  it('takes no event or contact that is in its future by more than five minutes', async () => {
    const at = new Date(Date.now() + MINUTE).toISOString();
    clock.by = -HOUR;
    expect(await placesOf('booking.recordEvent', { bookingId: saved, kind: 'rights-read', at })).toEqual([
      'clock-behind undefined',
      'wrong-value at',
    ]);
    expect(await placesOf('notification.record', { ...DECLINED, contactedAt: at })).toEqual([
      'clock-behind undefined',
      'wrong-value contactedAt',
    ]);
    clock.by = 0;
    expect((await desk.raw('booking.recordEvent', { bookingId: saved, kind: 'rights-read', at })).ok).toBe(true);
  });

  it('opens no ground: the database looks at the clock for itself', async () => {
    const { head } = await desk.done('desk.get', {});
    clock.by = -HOUR;
    const reply = await desk.call('ground.determine', { bookingId: saved, ground: '2a', facts: {} });
    // The log tells the minute of its last entry: so many whole ones lie between it and the clock, and an hour at most.
    const least = Math.floor((Date.parse(head.at ?? '') - (Date.now() - HOUR)) / MINUTE);
    clock.by = 0;
    expect(reply.ok ? [] : reply.refusals.map(refusalMessage)).toEqual([
      expect.stringMatching(/^This computer’s clock is \d+ minutes behind the log, .*Set the clock right/),
    ]);
    const behind = Number(reply.ok ? Number.NaN : reply.refusals[0]?.params?.['minutes']);
    expect(behind).toBeGreaterThanOrEqual(least);
    expect(behind).toBeLessThanOrEqual(60);
    expect(desk.faults).toEqual([]);
    expect(inside.counts()).toMatchObject({ determination: 0 });
  });

  it('is named wherever an arrest lies ahead of it, on the page and where the answer is kept', async () => {
    const at = new Date().toISOString();
    const bookingId = await book(desk, { fields: { booking_datetime: at, arrest_datetime: at } });
    const whole = await desk.done('ground.explain', { act: 'notify-ice', bookingId, facts: {} });
    clock.by = -HOUR;
    const page = await desk.done('ground.explain', { act: 'notify-ice', bookingId, facts: {} });
    const kept = await desk.call('ground.determine', { bookingId, ground: '2a', facts: {} });
    clock.by = 0;
    expect([whole.clock, page.clock?.code]).toEqual([null, 'clock-behind']);
    expect(kept.ok ? [] : kept.refusals.map(({ code }) => code)).toEqual(['clock-behind', 'ground-not-open']);
  });

  it('says so in minutes, hours and days, and without a number where none is known', () => {
    const said = (minutes?: number) =>
      refusalMessage({ code: 'clock-behind', ...(minutes === undefined ? {} : { params: { minutes } }) });
    expect([6, 119, 121, 3000].map((minutes) => said(minutes).split(',')[0])).toEqual([
      'This computer’s clock is 6 minutes behind the log',
      'This computer’s clock is 119 minutes behind the log',
      'This computer’s clock is 2 hours behind the log',
      'This computer’s clock is 2 days behind the log',
    ]);
    expect(said()).toMatch(/^This computer’s clock is not the one that the records go by[.]/);
  });
});

describe('a booking that is not whole', () => {
  it.each([
    ['no last name', { last_name: '' }, 'missing-value fields.last_name'],
    ['no time of booking', { booking_datetime: '' }, 'missing-value fields.booking_datetime'],
    ['an age beyond any', { age: 131 }, 'wrong-value fields.age'],
    ['a sex that is none of its list', { sex: 'Q' }, 'wrong-value fields.sex'],
    ['a state that is none', { address_state: 'MX' }, 'wrong-value fields.address_state'],
    ['a text where a list belongs', { property_items: 'wallet' }, 'wrong-value fields.property_items'],
    ['half a letter', { narrative: 'broken \ud800' }, 'wrong-value fields.narrative'],
    ['a text beyond any', { narrative: 'x'.repeat(200_001) }, 'wrong-value fields.narrative'],
    ['a name beyond any', { last_name: 'x'.repeat(201) }, 'wrong-value fields.last_name'],
  ])('is refused: %s', async (_what, fields, place) => {
    expect(await placesOf('booking.save', saving(fields))).toEqual([place]);
  });

  it('is refused without a charge, with a hundred, and where it is no form of ours', async () => {
    expect(await placesOf('booking.save', saving({}, []))).toEqual(['missing-value charges']);
    const many = Array.from({ length: 100 }, () => GOOD_CHARGES[0] ?? {});
    expect(await placesOf('booking.save', saving({}, many))).toEqual(['wrong-value charges']);
    const input = { bookingId: 'e0d1c3a4-0000-4000-8000-000000000000', fields: GOOD_FIELDS, charges: GOOD_CHARGES };
    expect(await placesOf('booking.save', input)).toEqual(['not-found bookingId']);
  });

  it.each([null, undefined, 7, 'text', [], new Map([['fields', {}]])])(
    'is refused where the input is %s',
    async (input) => {
      const before = desk.faults.length;
      const reply = await desk.raw('booking.save', input);
      expect(reply.ok).toBe(false);
      expect(desk.faults.length).toBe(before);
    },
  );
});

it('bytes where a list belongs are refused, and are no fault', async () => {
  const event = { kind: 'received', at: '2026-11-20T01:33:00-05:00', detail: { asks: new Uint8Array(2) } };
  const refused = await placesOf('matter.open', { kind: 'request', subject: {}, event });
  expect(refused).toEqual(['wrong-value undefined']);
});
