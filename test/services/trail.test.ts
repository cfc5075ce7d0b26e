import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { movedClock } from '../support/moved-clock.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

const DAY = 24 * 3_600_000;
const clock = movedClock();
let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation({ clock });
  for (const role of ['booking-officer', 'supervisor', 'auditor', 'administrator'] as const) {
    await desk.addPerson(role, role);
    await desk.signIn(role, role);
  }
  await book(desk);
}, 60_000);
afterAll(() => desk.remove());

const typesOf = (lines: readonly { readonly type: string | null }[]): readonly (string | null)[] =>
  lines.map(({ type }) => type);

describe('the trail', () => {
  it('tells who did what and when, with failures, and never about whom', async () => {
    await desk.call('session.signIn', { name: 'auditor', passphrase: 'not the right one' }, 'door');
    await desk.raw('booking.save', { citizenship: 'X' }, 'booking-officer');
    const { lines, counts } = await desk.done('trail.get', {}, 'administrator');
    expect(typesOf(lines)).toEqual(
      expect.arrayContaining(['booking.saved', 'session.signed-in', 'session.sign-in-failed', 'person.added']),
    );
    const refused = lines.find(({ code }) => code === 'protected-field');
    expect(refused).toMatchObject({
      type: 'gate.refused',
      call: 'booking.save',
      by: 'Officer booking-officer Fictional',
    });
    expect(refused?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\dZ$/);
    expect(counts).toContainEqual({ type: 'gate.refused', call: null, code: 'protected-field', count: 1 });
    expect(JSON.stringify(lines)).not.toMatch(/-00001|Testperson/);
  });

  it('counts what it lists, each kind once, the most frequent first', async () => {
    await desk.call('order.find', { number: '2026-00001' });
    const { lines, counts } = await desk.done('trail.get', {}, 'administrator');
    const kindOf = ({ type, call, code }: (typeof lines)[number]): readonly (string | null)[] =>
      type === 'gate.refused' ? [type, null, code] : [type, call, null];
    const listed = [...Map.groupBy(lines, (line) => JSON.stringify(kindOf(line)))];
    const counted = counts.map(({ type, call, code, count }) => [JSON.stringify([type, call, code]), count]);
    expect(counted.toSorted()).toEqual(listed.map(([kind, all]) => [kind, all.length]).toSorted());
    expect(counts.map(({ count }) => count)).toEqual(counts.map(({ count }) => count).toSorted((a, b) => b - a));
    expect(counts.filter(({ type }) => type === 'session.looked')).not.toEqual([]);
  });

  it('tells that it was read, that somebody was searched for, and that what is kept apart was shown', async () => {
    await desk.call('order.find', { number: '2026-00001' });
    await desk.done('import.quarantine', {});
    await desk.done('trail.get', {}, 'auditor');
    const { lines } = await desk.done('trail.get', {});
    const looks = lines
      .filter(({ type }) => type === 'session.looked')
      .map(({ call, by }) => `${String(call)} ${String(by)}`);
    expect(looks).toContain('import.quarantine M. Fiction');
    expect(looks).toContain('trail.get Officer auditor Fictional');
  });

  it('is reviewed every week, by a supervisor or the chief, and goes on from there', async () => {
    expect(await desk.done('trail.get', {})).toMatchObject({ days: 0, overdue: false, reviews: [] });
    clock.by += 8 * DAY;
    const before = await desk.done('trail.get', {}, 'supervisor');
    expect(before).toMatchObject({ days: 8, overdue: true });
    const upto = before.lines[0]?.entry ?? 0;
    const sign = (client: string, input: object) => desk.raw('trail.review', { upto, ...input }, client);
    expect(await sign('auditor', {})).toMatchObject({ refusals: [{ code: 'role-not-allowed' }] });
    expect(await sign('supervisor', { upto: 1_000_000 })).toMatchObject({ refusals: [{ code: 'not-found' }] });
    const told = await sign('supervisor', { remark: 'He is undocumented.' });
    expect(told).toMatchObject({ refusals: [{ code: 'status-in-text', field: 'remark' }] });
    expect(await sign('supervisor', { remark: 'Two slips at the door, talked over.' })).toMatchObject({ ok: true });
    const after = await desk.done('trail.get', {});
    expect(after).toMatchObject({ days: 0, overdue: false, reviews: [{ upto, by: 'Officer supervisor Fictional' }] });
    expect(after.lines.every(({ entry }) => entry > upto)).toBe(true);
    // A second press, a second window, or a number of before: what is signed is not signed again.
    const why = { code: 'changed-meanwhile', field: 'upto', params: { why: 'signed' } };
    expect(await sign('test', {})).toMatchObject({ refusals: [why] });
    expect(await sign('test', { upto: upto - 1 })).toMatchObject({ refusals: [why] });
    expect((await desk.done('trail.get', {})).reviews).toHaveLength(1);
    expect(await sign('test', { upto: upto + 1 })).toMatchObject({ ok: true });
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });
});

describe('somebody’s own acts', () => {
  it('are theirs alone', async () => {
    const mine = await desk.done('trail.mine', {}, 'booking-officer');
    expect(typesOf(mine)).toContain('gate.refused');
    expect(typesOf(mine)).not.toContain('booking.saved');
    expect(new Set(mine.map(({ by }) => by))).toEqual(new Set(['Officer booking-officer Fictional']));
    expect(typesOf(await desk.done('trail.mine', {}))).toContain('booking.saved');
  });
});

describe('the accounts', () => {
  it('are looked through every year by the chief, with what changed since; until then the desk says so', async () => {
    const first = await desk.done('people.review', {}, 'administrator');
    expect(first.accounts.map(({ name, role, active }) => [name, role, active])).toContainEqual([
      ...['auditor', 'auditor', true],
    ]);
    expect(first.accounts.every(({ addedAt, changes }) => addedAt !== '' && changes[0]?.change === 'added')).toBe(true);
    expect(first).toMatchObject({ overdue: false, reviews: [] });
    const due = async (client?: string) => (await desk.done('desk.get', {}, client)).reviews.map(({ kind }) => kind);
    expect(await due()).toEqual([]);
    clock.by += 366 * DAY;
    expect([await due(), await due('supervisor'), await due('auditor')]).toEqual([
      ['trail', 'accounts', 'drill'],
      ['trail'],
      [],
    ]);
    const sign = (client: string, input: object) =>
      desk.raw('people.signReview', { upto: first.upto, ...input }, client);
    expect(await sign('administrator', {})).toMatchObject({ refusals: [{ code: 'role-not-allowed' }] });
    const told = await sign('test', { remark: 'He is undocumented.' });
    expect(told).toMatchObject({ refusals: [{ code: 'status-in-text', field: 'remark' }] });
    const { id } = first.accounts.find(({ name }) => name === 'auditor') ?? { id: '' };
    await desk.done('people.deactivate', { personId: id });
    expect(await sign('test', {})).toMatchObject({ refusals: [{ code: 'changed-meanwhile' }] });
    const { upto, overdue } = await desk.done('people.review', {});
    expect(overdue).toBe(true);
    const signed = await desk.done('people.signReview', { upto, remark: 'One left for the state lab.' });
    expect(signed).toMatchObject({ accounts: 5, active: 4, by: 'M. Fiction' });
    // A second press, or a second window: the same list is not signed twice.
    expect(await sign('test', { upto })).toMatchObject({ refusals: [{ code: 'changed-meanwhile', field: 'upto' }] });
    const after = await desk.done('people.review', {});
    expect(after).toMatchObject({
      days: 0,
      overdue: false,
      reviews: [{ upto, remark: 'One left for the state lab.' }],
    });
    expect(after.reviews).toHaveLength(1);
    expect(after.accounts.flatMap(({ changes }) => changes)).toEqual([]);
    expect(await due()).toEqual(['trail', 'drill']);
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });
});
