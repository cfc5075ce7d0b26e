import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { book } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { addTo, refusedIn } from '../support/matters.ts';
import { movedClock, MINUTE } from '../support/moved-clock.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const clock = movedClock();
let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('supervisor', 'keeper');
  await desk.signIn('sample');
  booking = await book(desk);
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

const told = (): string => clock.now().toISOString();
const ago = (minutes: number): string => new Date(clock.now().getTime() - minutes * MINUTE).toISOString();

type Open = CallInput<'matter.open'>;

const inquiry = (more: Partial<Open> = {}): Open => ({
  kind: 'inquiry',
  bookingId: booking,
  subject: {},
  event: { kind: 'asked', at: told(), detail: { of: 'the-person', answer: 'declined' } },
  asked: { ground: '2a', facts: {} },
  ...more,
});

const refusals = async (input: Open, client = 'test') => refusedIn(await desk.call('matter.open', input, client));

const add = (matterId: string, kind: string, more: Omit<Parameters<typeof addTo>[2], 'kind' | 'at'> = {}) =>
  addTo(desk, matterId, { kind, at: told(), ...more });

describe('a question that was asked', () => {
  it('needs the policy’s word, which is kept beside it', async () => {
    const matter = await desk.done('matter.open', inquiry());
    expect(matter.closedAt).not.toBeNull();
    expect(matter.events[0]?.decision).toMatchObject({ act: 'ask-status', ground: '2a', outcome: 'allow' });
  });

  it('keeps how sure one had to be to ask, and how sure the ground itself asks for', async () => {
    await desk.done('matter.open', inquiry());
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).toContain(
      '"howSure":{"act":"Reasonable belief that the person has a part in what section 2 lists","ground":"An arrest by this department"}',
    );
    inside.close();
  });

  it('is refused without a ground; nothing but the refusal is kept', async () => {
    const before = (await desk.done('matter.list', {})).length;
    expect(await refusals(inquiry({ bookingId: undefined, subject: { role: 'suspect' } }))).toEqual([
      'ground-not-open facts.arrestingAgency',
    ]);
    expect(await desk.done('matter.list', {})).toHaveLength(before);
  });

  it.each(['victim', 'witness', 'reporting-party', 'visitor'] as const)(
    'never opens about a %s, also where the same person is booked',
    async (role) => {
      for (const bookingId of [booking, undefined]) {
        const reply = await desk.call('matter.open', inquiry({ bookingId, subject: { role } }));
        expect(reply.ok ? null : reply.refusals[0]).toMatchObject({
          code: 'ground-not-open',
          params: { contradicted: 'subject.role' },
        });
      }
    },
  );
});

describe('a co-signer', () => {
  const facts = {
    suspicion: 'Bought timers and ball bearings, and drew the station.',
    protectedSpeechIsNotTheBasis: true,
    factsKnownAt: '2026-11-20T01:00:00-05:00',
  };
  const subject = { role: 'suspect', lastName: 'Placeholder' } as const;

  it('is another person, for exactly this', async () => {
    const form = { subject, ground: '2c', facts } as const;
    const same = await desk.call('ground.cosign', { ...form, name: 'sample', passphrase: PASSPHRASE });
    expect(same.ok ? '' : same.refusals[0]?.code).toBe('same-person');
    const { cosignId } = await desk.done('ground.cosign', { ...form, name: 'keeper', passphrase: PASSPHRASE });
    const asked = { ground: '2c', facts, cosignId } as const;
    const other = inquiry({ bookingId: undefined, subject: { ...subject, lastName: 'Fictional' }, asked });
    expect(await refusals(other)).toEqual(['ground-not-open facts.people.cosigner']);
    const matter = await desk.done('matter.open', inquiry({ bookingId: undefined, subject, asked }));
    expect(matter.events[0]?.decision?.cosignedBy).toBe('Officer keeper Fictional');
    const jttf = (await desk.done('duty.list', {})).filter(({ duty }) => duty === 'jttf');
    expect(jttf).toHaveLength(1);
  });
});

describe('help to an operation', () => {
  const begin = (facts: Record<string, unknown> = {}): Open => ({
    kind: 'assistance',
    subject: {},
    event: { kind: 'begun', at: told(), detail: {} },
    asked: { ground: '3b-i', facts },
  });
  const FULL = {
    agency: 'HSI',
    official: 'S. A. Kim Placeholder',
    callbackVerified: true,
    dangerNow: 'Shots were fired and one of them is down.',
    location: '12 Example Street',
    units: 'Car 4',
    supervisor: 'Sgt. Bo Fictional',
  };

  it('begins with no fact at all, and closes only with the danger and the time told', async () => {
    const { matterId, duties, events } = await desk.done('matter.open', begin());
    expect(duties.map(({ duty }) => duty)).toEqual(['finish-facts', 'cleared', 'cleared']);
    expect(events[0]?.decision?.missing).toContain('dangerNow');
    expect(await add(matterId, 'closed')).toEqual(['wrong-value event.kind cleared-first']);
    expect(await add(matterId, 'cleared')).toEqual([]);
    expect(await add(matterId, 'closed')).toEqual(['missing-value facts.dangerNow']);
    const times = { requestedAt: ago(30), neededAt: ago(28) };
    const asked = { ground: '3b-i' as const, facts: { ...FULL, ...times } };
    expect(await add(matterId, 'facts', { asked })).toEqual([]);
    const matter = await desk.done('matter.get', { matterId });
    expect(matter.duties.filter(({ doneAt }) => doneAt === null)).toEqual([]);
    expect(await add(matterId, 'closed')).toEqual([]);
  });

  it('is refused where it was planned', async () => {
    const facts = { requestedAt: ago(1), neededAt: ago(-600) };
    expect(await refusals(begin(facts))).toEqual([expect.stringMatching(/^ground-not-open/)]);
  });

  it('shows what is unfinished after two hours', async () => {
    const { matterId } = await desk.done('matter.open', begin());
    clock.by += 121 * MINUTE;
    const late = (await desk.done('duty.list', {})).filter((duty) => duty.matterId === matterId);
    expect(late.map(({ duty, left, escalation }) => [duty, left < 0, escalation])).toContainEqual([
      'finish-facts',
      true,
      1,
    ]);
    clock.by -= 121 * MINUTE;
  });
});

describe('everything that was recorded', () => {
  it('holds when it is judged again', async () => {
    const report = await desk.done('system.check', {});
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.find(({ name }) => name === 'decisions')?.detail).toMatch(/^[1-9]\d* decisions/);
  });
});
