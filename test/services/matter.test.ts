import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { book } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { movedClock, MINUTE } from '../support/moved-clock.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const clock = movedClock();
let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('supervisor', 'keeper');
  await desk.addPerson('records-clerk', 'clerk');
  await desk.signIn('clerk', 'clerk');
  await desk.signIn('sample');
  booking = await book(desk);
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

const told = (): string => clock.now().toISOString();
const ago = (minutes: number): string => new Date(clock.now().getTime() - minutes * MINUTE).toISOString();

type Open = CallInput<'matter.open'>;
type Detail = Open['event']['detail'];

const request = (detail: Detail = {}): Open => ({
  kind: 'request',
  subject: {},
  event: {
    kind: 'received',
    at: told(),
    detail: { channel: 'fax', agency: 'ICE', asked: 'Hold Alex Testperson under form I-247A.', ...detail },
  },
});

const inquiry = (more: Partial<Open> = {}): Open => ({
  kind: 'inquiry',
  bookingId: booking,
  subject: {},
  event: { kind: 'asked', at: told(), detail: { of: 'the-person', answer: 'declined' } },
  asked: { ground: '2a', facts: {} },
  ...more,
});

/** Codes and places of what was refused. */
async function refusals(input: Open, client = 'test'): Promise<readonly string[]> {
  const reply = await desk.call('matter.open', input, client);
  return reply.ok ? [] : reply.refusals.map(({ code, field }) => `${code} ${String(field)}`);
}

async function add(matterId: string, kind: string, detail: Detail = {}, more: object = {}): Promise<readonly string[]> {
  const event = { kind, at: told(), detail };
  const reply = await desk.call('matter.addEvent', { matterId, event, ...more });
  return reply.ok
    ? []
    : reply.refusals.map(({ code, field, params }) =>
        `${code} ${String(field)} ${String(params?.['why'] ?? '')}`.trim(),
      );
}

describe('a request received', () => {
  it('is taken in with five boxes, and its form is recognised', async () => {
    const matter = await desk.done('matter.open', request());
    expect(matter.number).toMatch(/^M-\d{4}-00001$/);
    expect(matter.events[0]?.detail).toMatchObject({ form: 'I-247A', channel: 'fax' });
    expect(await desk.done('matter.list', { kind: 'request', open: true })).toHaveLength(1);
  });

  it('names what is missing, what is unknown and what lies ahead', async () => {
    expect(await refusals(request({ agency: ' ' }))).toEqual(['missing-value event.detail.agency']);
    expect(await refusals(request({ colour: 'x' }))).toEqual(['unknown-field event.detail.colour']);
    expect(await refusals(request({ channel: 'pigeon' }))).toEqual(['wrong-value event.detail.channel']);
    const ahead = { ...request().event, at: ago(-60) };
    expect(await refusals({ ...request(), event: ahead })).toEqual(['wrong-value event.at']);
    expect(await refusals(request({ asked: 'He is undocumented, hold him.' }))).toEqual([
      'status-in-text event.detail.asked',
    ]);
    expect(await refusals({ ...request(), subject: { lastName: 'illegal alien' } })).toEqual([
      'status-in-text subject.lastName',
    ]);
  });

  it('is declined or left without anything open, and granted only under something that was', async () => {
    const { matterId } = await desk.done('matter.open', request());
    expect(await add(matterId, 'decided', { decision: 'granted' })).toEqual(['ground-not-open event.detail.decision']);
    expect(await add(matterId, 'card', { signedBy: 'nobody' })).toEqual([]);
    expect(await add(matterId, 'decided', { decision: 'declined', reason: 'A civil paper only.' })).toEqual([]);
    expect(await add(matterId, 'copy', { language: 'es', how: 'handed-over' })).toEqual([]);
    expect(await add(matterId, 'received', request().event.detail)).toEqual(['wrong-value event.kind begun-already']);
    expect(await add(matterId, 'closed')).toEqual([]);
    expect(await add(matterId, 'copy', { language: 'es', how: 'handed-over' })).toEqual([
      'wrong-value event.kind closed',
    ]);
  });

  it('is a clerk’s to take in and to decline, not to grant or reply to', async () => {
    expect(await refusals(inquiry(), 'clerk')).toEqual(['role-not-allowed event.kind']);
    const { matterId } = await desk.done('matter.open', request(), 'clerk');
    const decide = (decision: string) =>
      desk.call('matter.addEvent', { matterId, event: { kind: 'decided', at: told(), detail: { decision } } }, 'clerk');
    expect((await decide('granted')).ok).toBe(false);
    expect((await decide('declined')).ok).toBe(true);
  });

  it('tells how many were judged when everything is checked', async () => {
    const report = await desk.done('system.check', {});
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('a question that was asked', () => {
  it('needs the policy’s word, which is kept beside it', async () => {
    const matter = await desk.done('matter.open', inquiry());
    expect(matter.closedAt).not.toBeNull();
    expect(matter.events[0]?.decision).toMatchObject({ act: 'ask-status', ground: '2a', outcome: 'allow' });
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
    const asked = { ground: '3b-i', facts: { ...FULL, ...times } };
    expect(await add(matterId, 'facts', {}, { asked })).toEqual([]);
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
  it('holds when it is judged again, and no refused word rests anywhere', async () => {
    const report = await desk.done('system.check', {});
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.find(({ name }) => name === 'decisions')?.detail).toMatch(/^[1-9]\d* decisions/);
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).not.toMatch(/undocumented|illegal alien/);
    inside.close();
  });
});
