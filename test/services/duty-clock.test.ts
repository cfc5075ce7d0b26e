import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { dutyDesk } from '../support/duties.ts';
import { MINUTE } from '../support/moved-clock.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';

/** The wall clock can be set, the other one only runs. */
const time = { set: 0, ran: 0 };
const real = Date.now();
const clock = {
  now: () => new Date(real + time.ran + time.set),
  monotonic: () => time.ran,
};

let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.signIn('sample');
  booking = await book(desk);
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

const { ago, named, act, only } = dutyDesk({ desk: () => desk, clock });

const determine = (facts: object) =>
  desk.call('ground.determine', { bookingId: booking, ground: '2c', facts: { ...facts } });

describe('the clock of 2(c)', () => {
  it('starts when the facts were known, also where the ground is refused, and once', async () => {
    const facts = { factsKnownAt: ago(5) };
    expect((await determine(facts)).ok).toBe(false);
    expect((await determine(facts)).ok).toBe(false);
    const found = await named('jttf');
    expect(found).toHaveLength(1);
    expect(Date.parse(found[0]?.since ?? '')).toBe(Date.parse(facts.factsKnownAt));
    expect(found[0]?.left).toBe(10 * MINUTE);
    expect(found[0]?.about).toContain('Testperson');
  });

  it('logs each try and goes on', async () => {
    const { dutyId } = await only('jttf');
    expect(await act(dutyId, 'attempt', { number: '(617) 555-0100', note: 'No answer.' })).toEqual([]);
    expect(await act(dutyId, 'attempt', { note: 'He is undocumented.' })).toEqual(['status-in-text detail.note']);
    expect((await only('jttf')).events.map(({ kind }) => kind)).toEqual(['attempt']);
  });

  it('gains nothing by a clock that is set back, and keeps the jump once', async () => {
    time.ran += 11 * MINUTE;
    time.set -= 60 * MINUTE;
    const back = await only('jttf');
    expect(back).toMatchObject({ left: -MINUTE, escalation: 1 });
    await named('jttf');
    const kept = (await only('jttf')).events.filter(({ kind }) => kind === 'clock');
    expect(kept.map(({ detail }) => detail)).toEqual([{ seconds: '-3600', ahead: '3600' }]);
  });

  it('survives a restart with the clock still wrong', async () => {
    await desk.close();
    time.ran += 20 * MINUTE;
    desk = await openTestStation(desk.folder, { clock });
    await desk.signIn('sample');
    const found = await only('jttf');
    expect(found.events.filter(({ kind }) => kind === 'attempt')).toHaveLength(1);
    expect(found.escalation).toBeGreaterThanOrEqual(1);
    expect(found.left).toBeLessThanOrEqual(0);
    time.set += 60 * MINUTE;
    expect((await only('jttf')).escalation).toBe(2);
  });

  it('takes a clock that was set forward, as a computer that slept is, and keeps that jump too', async () => {
    time.set += 30 * MINUTE;
    const found = await only('jttf');
    expect(found).toMatchObject({ escalation: 3 });
    await named('jttf');
    const jumps = (await only('jttf')).events.filter(({ kind }) => kind === 'clock');
    expect(jumps.at(-1)?.detail).toMatchObject({ seconds: '1800' });
  });

  it('ends only when somebody was reached', async () => {
    const { dutyId } = await only('jttf');
    expect(await act(dutyId, 'done', { number: '(617) 555-0100' })).toEqual([
      'missing-value detail.reached',
      'missing-value detail.method',
    ]);
    expect(await act(dutyId, 'done', { number: '(617) 555-0100', reached: 'Duty agent', method: 'phone' })).toEqual([]);
    expect(await named('jttf')).toEqual([]);
    expect(await act(dutyId, 'attempt')).toEqual(['changed-meanwhile dutyId']);
  });
});
