import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';
import { noticeOf } from '../support/unbooked.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation();
  await desk.addPerson('supervisor', 'keeper');
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

it('is not put off by a moment that lies ahead: no clock begins, and the true one does', async () => {
  const asked = { act: 'notify-ice', subject: { role: 'suspect' } } as const;
  const clocks = async () => (await desk.done('duty.list', {})).filter(({ duty }) => duty === 'jttf').length;
  const before = await clocks();
  await desk.done('ground.explain', { ...asked, facts: { factsKnownAt: known(-120) } });
  expect(await clocks()).toBe(before);
  await desk.done('ground.explain', { ...asked, facts: { factsKnownAt: known(3) } });
  expect(await clocks()).toBe(before + 1);
});

describe('a clock that began before anybody was named', () => {
  const clockOf = async (factsKnownAt: string) => {
    const duties = await desk.done('duty.list', {});
    return duties.filter(({ duty, since }) => duty === 'jttf' && Date.parse(since) === Date.parse(factsKnownAt));
  };
  const begin = async (minutes: number) => {
    const facts = {
      factsKnownAt: known(minutes),
      suspicion: 'A caller gave the place and the hour of a planned bomb.',
    };
    await desk.done('ground.explain', { act: 'notify-ice', subject: { role: 'suspect' }, facts });
    expect(await clockOf(facts.factsKnownAt)).toMatchObject([{ person: null, matterId: null, bookingId: null }]);
    return facts;
  };

  it('says whom it is about once a record of the same moment is written, and leads to it', async () => {
    const facts = { ...(await begin(6)), protectedSpeechIsNotTheBasis: true };
    const subject = { role: 'suspect', lastName: 'Placeholder', firstName: 'Kim', dob: '1990-04-01' } as const;
    const { cosignId } = await desk.done('ground.cosign', {
      ...{ subject, ground: '2c', facts, name: 'keeper', passphrase: PASSPHRASE },
    });
    const { matterId } = await desk.done('matter.open', {
      ...{ kind: 'participation', subject, asked: { ground: '2c', facts, cosignId } },
      event: { kind: 'begun', at: known(1), detail: { agency: 'Task force, made up', what: 'Watch the house.' } },
    });
    expect(await clockOf(facts.factsKnownAt)).toMatchObject([{ person: 'Placeholder Kim', matterId }]);
    const { duties } = await desk.done('matter.get', { matterId });
    expect(duties.map(({ duty }) => duty)).toEqual(['jttf']);
  });

  it('is the clock of whoever is booked on these facts, and no second one begins', async () => {
    const facts = await begin(8);
    const bookingId = await book(desk);
    expect((await desk.call('ground.determine', { bookingId, ground: '2c', facts })).ok).toBe(false);
    expect(await clockOf(facts.factsKnownAt)).toMatchObject([{ bookingId, person: 'Testperson Alex' }]);
    const other = await book(desk);
    await desk.call('ground.determine', { bookingId: other, ground: '2c', facts });
    expect((await clockOf(facts.factsKnownAt)).map((duty) => duty.bookingId)).toEqual([bookingId, other]);
  });
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
