import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { lookInside } from '../support/look-inside.ts';
import { addTo, refusedIn } from '../support/matters.ts';
import { movedClock, MINUTE } from '../support/moved-clock.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

const clock = movedClock();
let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('records-clerk', 'clerk');
  await desk.signIn('clerk', 'clerk');
  await desk.signIn('sample');
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

const refusals = async (input: Open, client = 'test') => refusedIn(await desk.call('matter.open', input, client));

const add = (matterId: string, kind: string, more: Omit<Parameters<typeof addTo>[2], 'kind' | 'at'> = {}) =>
  addTo(desk, matterId, { kind, at: told(), ...more });

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
    expect(await refusals({ ...request(), event: ahead })).toEqual(['wrong-value event.at future']);
    expect(await refusals(request({ asked: 'He is undocumented, hold him.' }))).toEqual([
      'status-in-text event.detail.asked',
    ]);
    expect(await refusals({ ...request(), subject: { lastName: 'illegal alien' } })).toEqual([
      'status-in-text subject.lastName',
    ]);
  });

  it('is declined or left without anything open, and granted only under something that was', async () => {
    const { matterId } = await desk.done('matter.open', request());
    expect(await add(matterId, 'decided', { detail: { decision: 'granted' } })).toEqual([
      'ground-not-open event.detail.decision',
    ]);
    expect(await add(matterId, 'card', { detail: { signedBy: 'nobody' } })).toEqual([]);
    expect(await add(matterId, 'decided', { detail: { decision: 'declined', reason: 'A civil paper only.' } })).toEqual(
      ['missing-value event.detail.clause'],
    );
    const declined = { decision: 'declined', clause: '3c', reason: 'A civil paper only.' };
    expect(await add(matterId, 'decided', { detail: { ...declined, clause: '2a' } })).toEqual([
      'wrong-value event.detail.clause',
    ]);
    expect(await add(matterId, 'decided', { detail: declined })).toEqual([]);
    expect(await add(matterId, 'copy', { detail: { language: 'es', how: 'handed-over' } })).toEqual([]);
    expect(await add(matterId, 'received', { detail: request().event.detail })).toEqual([
      'wrong-value event.kind begun-already',
    ]);
    expect(await add(matterId, 'closed')).toEqual([]);
    expect(await add(matterId, 'copy', { detail: { language: 'es', how: 'handed-over' } })).toEqual([
      'wrong-value event.kind closed',
    ]);
  });

  it('is a clerk’s to take in and to decline, not to grant or reply to', async () => {
    const event = { kind: 'asked', at: told(), detail: { of: 'the-person', answer: 'declined' } };
    const inquiry: Open = { kind: 'inquiry', subject: { role: 'arrestee' }, event };
    expect(await refusals(inquiry, 'clerk')).toEqual(['role-not-allowed event.kind']);
    const { matterId } = await desk.done('matter.open', request(), 'clerk');
    const decide = (decision: string) =>
      desk.call(
        'matter.addEvent',
        { matterId, event: { kind: 'decided', at: told(), detail: { decision, clause: '2' } } },
        'clerk',
      );
    expect((await decide('granted')).ok).toBe(false);
    expect((await decide('declined')).ok).toBe(true);
  });

  it('keeps the priority that it claims with each conviction, and what is missing by these', async () => {
    const { matterId } = await desk.done('matter.open', request());
    const one = { incident: '2019-05-01', outcome: 'convicted', level: 'misdemeanor', element: 'no', listed: 'none' };
    const convictions = [
      { ...one, days: '0' },
      { ...one, court: 'Exampleton District Court' },
    ];
    const detail = { priority: '2a', convictions, missing: ['statute'] };
    expect(await add(matterId, 'triaged', { detail })).toEqual([]);
    const { events } = await desk.done('matter.get', { matterId });
    expect(events.at(-1)?.detail).toEqual({ priority: '2a', convictions, missing: ['incidents'] });
    const told = [{ ...one, court: 'He is undocumented' }];
    expect(await add(matterId, 'triaged', { detail: { ...detail, convictions: told } })).toEqual([
      'status-in-text event.detail.convictions.0.court',
    ]);
  });

  it('leaves everything whole, and no refused word anywhere', async () => {
    const report = await desk.done('system.check', {});
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).not.toMatch(/undocumented|illegal alien/);
    inside.close();
  });
});
