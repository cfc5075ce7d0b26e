import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD_CHARGES, GOOD_FIELDS } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
}, 60_000);
afterAll(() => desk.remove());

const day = 86_400_000;
const away = (days: number): string => new Date(Date.now() + days * day).toISOString();

async function save(fields: Record<string, string>, charges: object[] = [...GOOD_CHARGES]) {
  const { bookingId, number } = await desk.done('booking.open', {});
  const reply = await desk.raw('booking.save', { bookingId, fields: { ...GOOD_FIELDS, ...fields }, charges });
  const told = reply.ok
    ? []
    : reply.refusals.map(({ code, field, params }) => [code, field, params?.['why']].join(' '));
  return { bookingId, number, told };
}

describe('who books, where and under which number', () => {
  const typed = { booking_no: '2099-99999', booking_officer_name: 'Kim Placeholder', agency_name: 'Another Police' };
  const over = Object.keys(typed).map((name) => `wrong-value fields.${name} station-fact`);

  it('is said by the station, and not typed over', async () => {
    const { bookingId, number, told } = await save({});
    expect(told).toEqual([]);
    const own = { booking_no: number, booking_officer_name: 'M. Fiction', agency_name: 'Exampleton Police' };
    expect((await desk.done('booking.get', { bookingId })).fields).toMatchObject(own);
    expect((await save(typed)).told.toSorted()).toEqual(over.toSorted());
  });

  it('stays as it was in a correction, which may name it as it is', async () => {
    const { bookingId } = await save({});
    const { fields, version: baseVersion } = await desk.done('booking.get', { bookingId });
    const changed = { bookingId, baseVersion, reason: 'Read again', charges: [...GOOD_CHARGES] };
    const reply = await desk.raw('booking.correct', { ...changed, fields: { ...fields, ...typed } });
    expect(reply).toMatchObject({ ok: false, refusals: over.map(() => ({ params: { why: 'station-fact' } })) });
    const better = await desk.raw('booking.correct', { ...changed, fields: { ...fields, last_name: 'Sampleton' } });
    expect(better.ok).toBe(true);
    const kept = (await desk.done('booking.get', { bookingId })).fields;
    expect(kept).toEqual({ ...fields, last_name: 'Sampleton' });
  });
});

describe('a booking', () => {
  it.each(['   ', '\u200B', '\u00A0\u00A0'])('lacks a last name that nobody can see: %j', async (last_name) => {
    expect((await save({ last_name })).told).toEqual(['missing-value fields.last_name ']);
  });

  it('lacks a charge that nobody can see', async () => {
    const told = (await save({}, [{ charge_description: '  ' }])).told;
    expect(told).toEqual(['missing-value charges.0.charge_description ']);
  });

  it('takes no control characters', async () => {
    expect((await save({ last_name: 'Test\u0000person' })).told).toEqual(['wrong-value fields.last_name ']);
  });

  it.each([
    ['dob', away(400).slice(0, 10)],
    ['arrest_datetime', away(1)],
    ['release_datetime', away(1)],
  ])('takes no %s that lies ahead', async (name, value) => {
    expect((await save({ [name]: value })).told).toContain(`wrong-value fields.${name} future`);
  });

  it('takes no release before the booking', async () => {
    const booked = { booking_datetime: away(-1), release_datetime: away(-2) };
    expect((await save(booked)).told).toEqual(['wrong-value fields.release_datetime before-booking']);
  });

  it('takes a day of birth of which parts are not known', async () => {
    expect((await save({ dob: '1990-XX-XX' })).told).toEqual([]);
  });
});
