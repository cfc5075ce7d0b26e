import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { book } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { lookInside } from '../support/look-inside.ts';
import { carryOut } from '../support/ordered.ts';
import { openTestStation, type TestStation } from '../support/station.ts';

const AT = '2026-03-08T00:05:00.000Z';
const ASKED = 'Wants to know when the person will leave the station.';

let desk: TestStation;
let request = '';
beforeAll(async () => {
  desk = await copyTestStation();
  for (const [role, name] of [
    ['supervisor', 'keeper'],
    ['records-clerk', 'clerk'],
  ] as const) {
    await desk.addPerson(role, name);
    await desk.signIn(name, name);
  }
  request = await received();
}, 120_000);
afterAll(() => desk.remove());

async function received(bookingId?: string): Promise<string> {
  const detail = { channel: 'fax', agency: 'ERO Boston', asked: 'I-247A' };
  const about = bookingId === undefined ? { subject: {} } : { bookingId, subject: { role: 'arrestee' as const } };
  const opened = await desk.done('matter.open', {
    kind: 'request',
    ...about,
    event: { kind: 'received', at: AT, detail },
  });
  return opened.matterId;
}
const called = (detail: Record<string, string>, matterId = request) =>
  ({ matterId, kind: 'request', event: 'decided', at: AT, detail, subject: {} }) as const;
const formsOf = async (client = 'clerk') => (await desk.done('matter.forms', {}, client)).forms;

describe('what was typed of a matter and not recorded', () => {
  it('is there again for whoever typed it, and for nobody else, and waits on their desk', async () => {
    const kept = await desk.done('matter.keepForm', called({ reason: ASKED }), 'clerk');
    expect(kept.notKept).toEqual([]);
    const { matterId, ...form } = called({ reason: ASKED });
    const found = await formsOf();
    expect(found).toEqual([
      { ...form, matterId, left: [], bookingId: null, number: found[0]?.number, person: null, keptAt: kept.keptAt },
    ]);
    expect(found[0]?.number).toMatch(/^M-\d{4}-00001$/);
    expect(await formsOf('test')).toEqual([]);
    const waiting = (await desk.done('desk.get', {}, 'clerk')).forms;
    expect(waiting).toMatchObject([{ kind: 'request', event: 'decided', matterId }]);
    expect(JSON.stringify(waiting)).not.toContain('Wants to know');
  });

  it('takes the place of what was kept there before, and goes when it is given up', async () => {
    await desk.done('matter.keepForm', called({ reason: 'Another word of it.' }), 'clerk');
    expect(await formsOf()).toMatchObject([{ detail: { reason: 'Another word of it.' } }]);
    const place = { kind: 'request', event: 'decided', matterId: request } as const;
    expect(await desk.done('matter.dropForm', place, 'clerk')).toEqual({ dropped: true });
    expect(await desk.done('matter.dropForm', place, 'clerk')).toEqual({ dropped: false });
    expect(await formsOf()).toEqual([]);
  });

  it('keeps what passes the screen and can be read, and names the rest', async () => {
    const conviction = { court: 'He is undocumented, Marker7f3a', incident: 'B-1', days: 'many', nationality: 'X' };
    const detail = {
      priority: '1z',
      claimBasis: 'Says he is an illegal alien, Marker7f3a.',
      determinedBy: 'Town counsel',
      convictions: [conviction],
      citizenship: 'X',
    };
    const typed = { kind: 'request', event: 'triaged', matterId: request, at: '2999-01-01T00:00:00Z', detail } as const;
    const left = ['gangPart', 'he is undocumented'];
    const { notKept } = await desk.done('matter.keepForm', { ...typed, left }, 'clerk');
    const [kept] = await formsOf();
    expect(kept?.detail).toEqual({ determinedBy: 'Town counsel', convictions: [{ incident: 'B-1' }] });
    expect(kept?.at).toBeUndefined();
    expect(kept?.left).toEqual(['priority', 'claimBasis', 'gangPart', 'court', 'days', 'at']);
    expect(notKept.map(({ field }) => field).sort()).toEqual([
      ...['at', 'detail.citizenship', 'detail.claimBasis', 'detail.convictions.0.court', 'detail.convictions.0.days'],
      ...['detail.convictions.0.nationality', 'detail.priority'],
    ]);
    expect(JSON.stringify(notKept)).not.toContain('Marker7f3a');
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).not.toContain('Marker7f3a');
    inside.close();
  });

  it('keeps nothing of what the record would keep sealed, and no form that the rules do not know', async () => {
    const wish = { kind: 'consular', event: 'wish', detail: { wish: 'no-answer' } } as const;
    expect((await desk.done('matter.keepForm', wish, 'test')).notKept).toMatchObject([{ field: 'detail.wish' }]);
    expect(await formsOf('test')).toMatchObject([{ kind: 'consular', detail: {} }]);
    await desk.done('matter.dropForm', { kind: 'consular', event: 'wish' }, 'test');
    const codes = async (input: CallInput<'matter.keepForm'>) => {
      const reply = await desk.call('matter.keepForm', input, 'test');
      return reply.ok ? [] : reply.refusals.map(({ field }) => field);
    };
    expect(await codes({ kind: 'request', event: 'wish', detail: {} })).toEqual(['event']);
    expect(await codes({ ...called({}), kind: 'consular', event: 'told' })).toEqual(['matterId']);
    const bookingId = '11111111-2222-4333-8444-555566667777';
    expect(await codes({ kind: 'request', event: 'received', bookingId, detail: {} })).toEqual(['bookingId']);
  });

  it('is gone once it is recorded, whether it went on or began', async () => {
    const event = { kind: 'decided', at: AT, detail: { decision: 'declined', clause: '2', reason: ASKED } };
    await desk.done('matter.keepForm', called({ reason: ASKED }), 'clerk');
    await desk.done('matter.addEvent', { matterId: request, event }, 'clerk');
    const first = { channel: 'fax', agency: 'ERO Boston', asked: 'I-247A' };
    const opening = { kind: 'request', subject: { lastName: 'Placeholder' } } as const;
    await desk.done('matter.keepForm', { ...opening, event: 'received', detail: first }, 'clerk');
    expect((await formsOf()).map(({ event: of, person }) => [of, person])).toEqual([
      ['triaged', null],
      ['received', 'Placeholder'],
    ]);
    await desk.done('matter.open', { ...opening, event: { kind: 'received', at: AT, detail: first } }, 'clerk');
    expect((await formsOf()).map(({ event: of }) => of)).toEqual(['triaged']);
  });

  it('goes with the booking that a court expunges, also under the same name of somebody not booked', async () => {
    const bookingId = await book(desk);
    const matterId = await received(bookingId);
    await desk.done('matter.keepForm', called({ reason: ASKED }, matterId), 'clerk');
    const named = { kind: 'request', event: 'received', detail: {}, subject: { lastName: 'testperson' } } as const;
    await desk.done('matter.keepForm', named, 'clerk');
    expect(await formsOf()).toHaveLength(3);
    const at = new Date(Date.now() - 60_000).toISOString();
    await desk.done('booking.recordEvent', { bookingId, kind: 'released', at });
    const { number } = await desk.done('booking.get', { bookingId });
    expect(await carryOut(desk, { bookingId, number, kind: 'expunge' })).toMatchObject({ ok: true });
    expect((await formsOf()).map(({ event }) => event)).toEqual(['triaged']);
  });

  it('survives a restart, and goes with whoever lost the way in', async () => {
    const id = await desk.addPerson('records-clerk', 'passing');
    await desk.signIn('passing', 'passing');
    await desk.done('matter.keepForm', { ...called({}), event: 'card', detail: { docket: '2611CR000123' } }, 'passing');
    await desk.close();
    const again = await openTestStation(desk.folder);
    Object.assign(desk, { ...again, recoveryFolder: desk.recoveryFolder });
    await desk.signIn('chief');
    await desk.signIn('passing', 'passing');
    expect(await formsOf('passing')).toMatchObject([{ detail: { docket: '2611CR000123' } }]);
    await desk.done('people.deactivate', { personId: id });
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
    const inside = await lookInside(desk.folder);
    expect(inside.counts()['matter_draft']).toBe(1);
    inside.close();
  });
});
