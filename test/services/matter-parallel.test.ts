import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { refusedIn } from '../support/matters.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('booking-officer', 'sample');
  await desk.signIn('sample', 'one');
  await desk.signIn('sample', 'other');
}, 120_000);
afterAll(() => desk.remove());

const told = (): string => new Date().toISOString();
const detail = { channel: 'fax', agency: 'Federal office, made up', asked: 'Call us back.' };

async function request(): Promise<string> {
  const event = { kind: 'received', at: told(), detail };
  return (await desk.done('matter.open', { kind: 'request', subject: {}, event }, 'one')).matterId;
}

type Event = Pick<CallInput<'matter.addEvent'>['event'], 'kind'> & Partial<CallInput<'matter.addEvent'>['event']>;

/** Both windows send at once; what each was refused. */
async function bothAdd(matterId: string, one: Event, other: Event): Promise<readonly (readonly string[])[]> {
  const send = (event: Event, client: string) =>
    desk.call('matter.addEvent', { matterId, event: { at: told(), detail: {}, ...event } }, client);
  return (await Promise.all([send(one, 'one'), send(other, 'other')])).map(refusedIn);
}

const kinds = async (matterId: string): Promise<readonly string[]> =>
  (await desk.done('matter.get', { matterId }, 'one')).events.map(({ kind }) => kind);

it('two windows tell two things of one matter, and both stand', async () => {
  const matterId = await request();
  const card = { kind: 'card', detail: { signedBy: 'nobody' } };
  const decided = { kind: 'decided', detail: { decision: 'declined', clause: '3c' } };
  expect(await bothAdd(matterId, card, decided)).toEqual([[], []]);
  expect(await kinds(matterId)).toEqual(['received', 'card', 'decided']);
});

it('a matter that two windows close at once is closed once, and the second is told so', async () => {
  const matterId = await request();
  const refusals = await bothAdd(matterId, { kind: 'closed' }, { kind: 'closed' });
  expect(refusals.toSorted()).toEqual([[], ['wrong-value event.kind closed']]);
  expect(await kinds(matterId)).toEqual(['received', 'closed']);
  expect(desk.faults).toEqual([]);
});

it('an event that comes after the closing of the other window is refused by that name, never by a fault', async () => {
  const matterId = await request();
  const [closing, late] = await bothAdd(
    matterId,
    { kind: 'closed' },
    { kind: 'copy', detail: { language: 'es', how: 'mailed' } },
  );
  expect(closing).toEqual([]);
  expect(late).toEqual(['wrong-value event.kind closed']);
  expect(desk.faults).toEqual([]);
});

it('help that one window closes is judged by what the other has just told', async () => {
  const begun = { kind: 'begun', at: told(), detail: {} };
  const opened = { kind: 'assistance', subject: {}, event: begun, asked: { ground: '3b-i', facts: {} } } as const;
  const { matterId } = await desk.done('matter.open', opened, 'one');
  const [cleared, closed] = await bothAdd(matterId, { kind: 'cleared' }, { kind: 'closed' });
  expect(cleared).toEqual([]);
  expect(closed).toEqual(['missing-value facts.dangerNow']);
  expect(desk.faults).toEqual([]);
});
