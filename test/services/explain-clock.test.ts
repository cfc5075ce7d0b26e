import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { newTestStation, type TestStation } from '../support/station.ts';
import { noticeOf } from '../support/unbooked.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation();
}, 60_000);
afterAll(() => desk.remove());

const known = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

it('starts the clock of 2(c) once the moment is told, whoever it is about, and once only', async () => {
  const asked = { act: 'notify-ice', subject: { role: 'suspect' } } as const;
  await desk.done('ground.explain', { ...asked, facts: {} });
  expect(await desk.done('duty.list', {})).toEqual([]);
  const factsKnownAt = known(4);
  await desk.done('ground.explain', { ...asked, facts: { factsKnownAt } });
  await desk.done('ground.explain', { ...asked, facts: { factsKnownAt } });
  const duties = await desk.done('duty.list', {});
  expect(duties.map(({ duty, doneAt }) => ({ duty, doneAt }))).toEqual([{ duty: 'jttf', doneAt: null }]);
  expect(Date.parse(duties[0]?.by ?? '') - Date.parse(factsKnownAt)).toBe(15 * 60_000);
});

describe('without a version of the policy in force', () => {
  let closed: TestStation;
  beforeAll(async () => {
    closed = await newTestStation({ clock: { now: () => new Date('2010-01-05T12:00:00Z') } });
  }, 60_000);
  afterAll(() => closed.remove());

  const started = async () =>
    (await closed.done('duty.list', {})).map(({ since, by, ...duty }) => ({
      ...{ duty: duty.duty, cite: duty.cite, label: duty.label },
      ...{ since: Date.parse(since), by: Date.parse(by) },
    }));
  /** The clock as it runs from a moment of that day. */
  const jttf = (since: string) => ({
    ...{ duty: 'jttf', cite: '2(c)', label: 'Reach the FBI Joint Terrorism Task Force, and log each attempt.' },
    ...{ since: Date.parse(since), by: Date.parse(since) + 15 * 60_000 },
  });

  it('starts it from the page that explains, and opens nothing', async () => {
    const asked = { act: 'notify-ice', subject: { role: 'suspect' } } as const;
    expect(await closed.call('ground.explain', { ...asked, facts: {} })).toMatchObject({
      refusals: [{ code: 'no-policy' }],
    });
    expect(await started()).toEqual([]);
    const facts = { factsKnownAt: '2010-01-05T11:40:00Z' };
    const reply = await closed.call('ground.explain', { ...asked, facts });
    expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'no-policy', params: { why: 'gap' } }] });
    expect(await started()).toEqual([jttf('2010-01-05T11:40:00Z')]);
  });

  it('starts it from a determination about somebody booked, and decides nothing', async () => {
    const bookingId = await book(closed, {
      fields: { booking_datetime: '2010-01-05T11:00:00Z', arrest_datetime: '2010-01-05T10:30:00Z' },
    });
    const facts = { factsKnownAt: '2010-01-05T11:50:00Z' };
    const reply = await closed.call('ground.determine', { bookingId, ground: '2c', facts });
    expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'no-policy' }] });
    expect(await started()).toContainEqual(jttf('2010-01-05T11:50:00Z'));
    const about = (await closed.done('duty.list', {})).map((duty) => duty.bookingId);
    expect(about).toContain(bookingId);
  });

  it('starts it from a notice about somebody who is not booked, and puts nothing on the log', async () => {
    const facts = { factsKnownAt: '2010-01-05T11:55:00Z' };
    const contactedAt = '2010-01-05T11:58:00Z';
    const reply = await closed.call('notification.record', noticeOf({ ground: '2c', facts, contactedAt }));
    expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'no-policy' }] });
    expect(await started()).toContainEqual(jttf('2010-01-05T11:55:00Z'));
    expect(await closed.done('notification.list', {})).toEqual([]);
  });

  it('refuses a fact that tells status by its name, and keeps none of it', async () => {
    const facts = { factsKnownAt: '2010-01-05T11:56:00Z', suspicion: 'He is undocumented.' };
    const reply = await closed.call('ground.explain', { act: 'notify-ice', facts });
    expect(reply).toMatchObject({ refusals: [{ code: 'status-in-text', field: 'facts.suspicion' }] });
  });
});
