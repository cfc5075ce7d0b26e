import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ToHandOver } from '../../contract/handover.ts';
import { book } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { keyDoor } from '../support/key-door.ts';
import { lookInside } from '../support/look-inside.ts';
import { softKey } from '../support/soft-key.ts';
import { PASSPHRASE, type TestStation } from '../support/station.ts';

let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('supervisor', 'keeper');
  booking = await book(desk);
}, 120_000);
afterAll(() => desk.remove());

describe('a shift', () => {
  const list = () => desk.done('handover.get', {});
  const hand = async (more: object) =>
    desk.raw('handover.sign', { shown: (await list()).digest, name: 'keeper', passphrase: PASSPHRASE, ...more });

  it('is handed over with what is open, by two people, under an entry of the log', async () => {
    await desk.done('booking.open', {});
    const before = await list();
    expect(before.drafts.length).toBe(1);
    expect(before.before).toEqual([]);
    expect(await hand({ note: 'He is undocumented.' })).toMatchObject({
      refusals: [{ code: 'status-in-text', field: 'note' }],
    });
    expect(await hand({ name: 'chief' })).toMatchObject({ refusals: [{ code: 'same-person', field: 'name' }] });
    expect(await hand({ passphrase: 'not the right words' })).toMatchObject({
      refusals: [{ code: 'wrong-passphrase' }],
    });
    expect((await list()).before).toEqual([]);
    const note = 'Cell 2 wants a blanket. Call the clerk about the docket at 9.';
    expect(await hand({ note })).toMatchObject({ ok: true, value: { to: 'Officer keeper Fictional', note } });
    const [last] = (await list()).before;
    expect(last).toMatchObject({
      drafts: 1,
      inCustody: before.inCustody.length,
      note,
    });
    expect((await desk.done('trail.get', {})).lines.map(({ type }) => type)).toContain('shift.handed-over');
  });

  it('is taken over as it was shown: what came meanwhile is looked at first, and clerks take none', async () => {
    const { digest: shown } = await list();
    await desk.done('booking.open', {});
    expect(await hand({ shown })).toMatchObject({ refusals: [{ code: 'changed-meanwhile', params: { why: 'list' } }] });
    // The proof was not looked at: no try is counted, and a code that serves once is not used up.
    const wrong = await hand({ shown, passphrase: 'of nobody at all' });
    expect(wrong).toMatchObject({ refusals: [{ code: 'changed-meanwhile' }] });
    await desk.addPerson('records-clerk', 'filer');
    expect(await hand({ name: 'filer' })).toMatchObject({ refusals: [{ code: 'role-not-allowed', field: 'name' }] });
    expect(await hand({})).toMatchObject({ ok: true });
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is not taken over as another list of the same length: what is signed is which rows, and how they stand', async () => {
    const counts = ({ inCustody, drafts }: ToHandOver): object => ({
      inCustody: inCustody.length,
      drafts: drafts.length,
    });
    const first = await list();
    const [gone] = first.drafts;
    await desk.done('booking.abandon', { bookingId: gone?.bookingId ?? '', reason: 'Opened twice by mistake.' });
    await desk.done('booking.open', {});
    const second = await list();
    expect(counts(second)).toEqual(counts(first));
    expect(await hand({ shown: first.digest })).toMatchObject({ refusals: [{ code: 'changed-meanwhile' }] });
    await desk.done('booking.recordEvent', {
      bookingId: booking,
      kind: 'release-eligible',
      at: new Date().toISOString(),
    });
    const third = await list();
    expect(counts(third)).toEqual(counts(second));
    expect(await hand({ shown: second.digest })).toMatchObject({ refusals: [{ code: 'changed-meanwhile' }] });
    expect(await hand({ shown: third.digest })).toMatchObject({ ok: true });
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).toContain(`"shown":"${third.digest}"`);
    inside.close();
  });

  it('is taken over with a touch of a security key, where whoever takes it over has one', async () => {
    const key = softKey();
    await desk.signIn('keeper', 'keeper');
    await keyDoor(() => desk).enrol(key, 'keeper');
    const asked = await hand({});
    expect(asked).toMatchObject({ refusals: [{ code: 'second-factor-needed', params: { ways: 'key' } }] });
    const challenge = asked.ok ? '' : String(asked.refusals[0]?.params?.['challenge']);
    const touch = key.touch(challenge);
    expect(await hand({ touch })).toMatchObject({ ok: true });
    expect(await hand({ touch })).toMatchObject({ refusals: [{ code: 'second-factor-needed' }] });
  });
});
