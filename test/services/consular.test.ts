// The consular notice (requirements S4, 3.3): everybody is told, the wish rests sealed, no country of anybody is kept, and
// the list of consulates that are told in any case is dated, with its source, and the chief's to change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { treatyCountries } from '../../policy/consular/treaty-countries.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { book } from '../support/booked.ts';
import { inside } from '../support/cut-log.ts';
import { keyOf } from '../support/look-inside.ts';
import { addTo } from '../support/matters.ts';
import { addPeople, carryOut } from '../support/ordered.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';
import { meddleWith } from '../support/store-meddle.ts';
import { everyPage } from '../support/store-pages.ts';
import { recordsPath } from '../../services/keys/station-files.ts';

let desk: TestStation;
let bookingId = '';
let matterId = '';
beforeAll(async () => {
  desk = await copyTestStation();
  await addPeople(desk);
  await desk.addPerson('booking-officer', 'other');
  await desk.signIn('other', 'other');
  bookingId = await book(desk);
  const event = { kind: 'told', at: ago(30), detail: { language: 'en', how: 'read-aloud' } };
  ({ matterId } = await desk.done('matter.open', { kind: 'consular', bookingId, subject: {}, event }, 'officer'));
}, 120_000);
afterAll(() => desk.remove());

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const pages = async (): Promise<string> => everyPage(recordsPath(desk.folder), (await keyOf(desk.folder)).database);
async function wishEvent(client = 'officer') {
  const { events } = await desk.done('matter.get', { matterId }, client);
  const found = events.find(({ kind }) => kind === 'wish');
  if (found === undefined) throw new Error('no wish');
  return found;
}

describe('what the person wishes', () => {
  it('rests sealed: in no event, in no entry, on no page', async () => {
    const detail = { wish: 'do-not-tell' };
    expect(await addTo(desk, matterId, { kind: 'wish', at: ago(20), detail, client: 'officer' })).toEqual([]);
    expect(await wishEvent()).toMatchObject({ detail: {}, sealed: { readable: true } });
    expect(await pages()).not.toContain('do-not-tell');
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('opens to a supervisor, the chief and who recorded it, each time on the log', async () => {
    const { id: eventId } = await wishEvent();
    for (const client of ['officer', 'keeper', 'test'] as const) {
      const { entries } = (await desk.done('desk.get', {})).head;
      const opened = await desk.done('matter.openAnswer', { matterId, eventId, why: 'To tell the consulate' }, client);
      expect(opened.detail).toEqual({ wish: 'do-not-tell' });
      expect((await desk.done('desk.get', {})).head.entries).toBe(entries + 1);
    }
    const told = await desk.call('matter.openAnswer', { matterId, eventId, why: 'He is undocumented.' });
    expect(told).toMatchObject({ refusals: [{ code: 'status-in-text', field: 'why' }] });
    expect((await wishEvent('other')).sealed).toEqual({ readable: false });
    expect(
      await desk.call('matter.openAnswer', { matterId, eventId, why: 'To tell the consulate' }, 'other'),
    ).toMatchObject({
      refusals: [{ code: 'role-not-allowed' }],
    });
    expect(
      await desk.call('matter.openAnswer', { matterId, eventId, why: 'To tell the consulate' }, 'auditor'),
    ).toMatchObject({
      refusals: [{ code: 'role-not-allowed' }],
    });
  });

  it('has no box for a country, and is asked for in its list alone', async () => {
    const detail = { wish: 'tell-consulate', nationality: 'X' };
    expect(await addTo(desk, matterId, { kind: 'wish', at: ago(20), detail, client: 'officer' })).toEqual([
      expect.stringMatching(/^(?:protected|unknown)-field event[.]detail/),
    ]);
    expect(await addTo(desk, matterId, { kind: 'wish', at: ago(20), detail: { wish: 'from abroad' } })).toEqual([
      'wrong-value event.detail.wish',
    ]);
  });

  it.each([
    ['taken away', 'delete from sealed_answer', 'row-missing'],
    [
      'exchanged',
      'update sealed_answer set sealed = cast(substr(sealed, 2) || substr(sealed, 1, 1) as blob)',
      'answer-edited',
    ],
    ['put under another entry', 'update sealed_answer set entry_seq = entry_seq - 1', 'row-missing'],
  ])('is found by the check where it was %s by somebody with every key', async (_how, sql, code) => {
    const sealedAs = await inside(desk.folder, (connection) => {
      const row = connection.prepare('select entry_seq, matter_id, nonce, hex(sealed), at, "by" from sealed_answer');
      const [kept] = row.raw().all();
      meddleWith(connection, sql, ['sealed_answer']);
      return Array.isArray(kept) ? kept.map(String) : [];
    });
    const { checks } = await desk.done('system.check', {});
    const [entry = '', matter = '', nonce = '', sealed = '', at = '', by = ''] = sealedAs;
    const back = `delete from sealed_answer; insert into sealed_answer (entry_seq, matter_id, nonce, sealed, at, "by")
      values (${entry}, '${matter}', '${nonce}', x'${sealed}', '${at}', '${by}')`;
    await inside(desk.folder, (connection) => {
      meddleWith(connection, back, ['sealed_answer']);
    });
    expect(checks.flatMap((check) => (check.ok ? [] : check.code))).toEqual([code]);
    expect((await desk.done('system.check', {})).ok).toBe(true);
  });

  it('goes with the booking that a court expunges, and so does every reading of it', async () => {
    await desk.done('booking.recordEvent', { bookingId, kind: 'released', at: ago(1) });
    const { number } = await desk.done('booking.get', { bookingId });
    expect(await carryOut(desk, { bookingId, number, kind: 'expunge' })).toMatchObject({ ok: true });
    expect(await desk.call('matter.get', { matterId })).toMatchObject({ refusals: [{ code: 'not-found' }] });
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('consulates that are told in any case', () => {
  const list = { asOf: '2026-11-20', source: 'Department of State, manual of 2018, page 47' };

  it('are the dated list that ships, with its source, until the chief writes another', async () => {
    expect(await desk.done('treaty.list', {}, 'officer')).toEqual({ ...treatyCountries(), changed: null });
    const next = { ...list, countries: ['Poland', 'Albania'], unlessResident: ['Poland'] };
    expect(await desk.call('treaty.save', next, 'keeper')).toMatchObject({
      refusals: [{ code: 'role-not-allowed' }],
    });
    const saved = await desk.done('treaty.save', next);
    expect(saved).toMatchObject({ ...next, countries: ['Albania', 'Poland'], changed: { version: 1 } });
    await desk.done('treaty.save', { ...next, countries: ['Albania'], unlessResident: [] });
    expect(await desk.done('treaty.list', {}, 'officer')).toMatchObject({
      countries: ['Albania'],
      changed: { version: 2, by: 'M. Fiction' },
    });
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it.each([
    ['a day ahead', { asOf: '2999-01-01' }, /^This day lies ahead, or is none[.]/],
    ['no country', { countries: [] }, /[.]$/],
    ['a sentence', { countries: ['He said that he came from there; ask him.'] }, /^This is not a name of a country[.]/],
    ['one twice', { countries: ['Albania', 'Albania'] }, /^A country stands here twice[.]/],
    ['a mark on none', { unlessResident: ['Poland'] }, /^A country is marked that is not in the list[.]/],
    ['a status in the source', { source: 'Told by an undocumented man' }, /status/],
  ])('are refused with %s, in a sentence', async (_what, change, sentence) => {
    const reply = await desk.call('treaty.save', { ...list, countries: ['Albania'], unlessResident: [], ...change });
    expect(reply.ok ? '' : reply.refusals.map(refusalMessage).join(' ')).toMatch(sentence);
  });
});
