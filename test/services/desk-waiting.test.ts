import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { book } from '../support/booked.ts';
import { addTo } from '../support/matters.ts';
import { MINUTE, movedClock } from '../support/moved-clock.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

const clock = movedClock();
let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  booking = await book(desk);
}, 120_000);
afterAll(() => desk.remove());

const ago = (minutes: number): string => new Date(clock.now().getTime() - minutes * MINUTE).toISOString();
const open = async (input: CallInput<'matter.open'>): Promise<string> =>
  (await desk.done('matter.open', input)).matterId;
const waiting = async () => (await desk.done('desk.get', {})).waiting;
const add = (matterId: string, kind: string, detail = {}) => addTo(desk, matterId, { kind, at: ago(0), detail });

/** The same moment, as a wall clock five hours behind shows it. */
const there = (at: string): string => new Date(Date.parse(at) - 300 * MINUTE).toISOString().replace('Z', '-05:00');

function asked(at: string) {
  return { kind: 'received', at, detail: { channel: 'fax', agency: 'Federal office', asked: 'Hold under I-247A.' } };
}

it('requests wait at the desk until they are decided, the oldest first whatever their offset', async () => {
  expect(await waiting()).toEqual([]);
  const since = there(ago(20));
  const young = await open({ kind: 'request', subject: { lastName: 'Placeholder' }, event: asked(since) });
  const old = await open({ kind: 'request', bookingId: booking, subject: {}, event: asked(ago(90)) });
  expect(await waiting()).toMatchObject([
    { matterId: old, kind: 'request', person: 'Testperson, Alex', channel: 'fax', form: 'I-247A' },
    { matterId: young, person: 'Placeholder', since },
  ]);
  expect(await add(old, 'card', { signedBy: 'nobody' })).toEqual([]);
  expect(await waiting()).toHaveLength(2);
  expect(await add(old, 'decided', { decision: 'declined', clause: '3c' })).toEqual([]);
  expect(await add(young, 'closed')).toEqual([]);
  expect(await waiting()).toEqual([]);
});

it('help that goes on waits until it is closed; what needs nobody does not', async () => {
  const begun = { kind: 'begun', at: ago(5), detail: {} };
  const facts = { dangerNow: 'Officers are held at a door.' };
  const helped = await open({ kind: 'assistance', subject: {}, event: begun, asked: { ground: '3b-i', facts } });
  const told = { kind: 'told', at: ago(4), detail: { language: 'es', how: 'read-aloud' } };
  await open({ kind: 'consular', bookingId: booking, subject: {}, event: told });
  expect(await waiting()).toMatchObject([{ matterId: helped, kind: 'assistance', person: null, channel: null }]);
  expect(await add(helped, 'cleared')).toEqual([]);
  expect(await waiting()).toHaveLength(1);
  expect(await addTo(desk, helped, { kind: 'facts', at: ago(0), asked: { ground: '3b-i', facts } })).toEqual([]);
  expect(await add(helped, 'closed')).toEqual([]);
  expect(await waiting()).toEqual([]);
});
