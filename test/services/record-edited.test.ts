// Somebody with every key takes the guards off, changes one word of a record and puts the guards back: no mark and no
// schema tells. The entry does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book, DECLINED, GOOD_CHARGES, GOOD_FIELDS } from '../support/booked.ts';
import { cut, failing, inside } from '../support/cut-log.ts';
import { BY_WORDS } from '../support/false-hits.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const work = mkdtempSync(join(tmpdir(), 'sallyport-edited-'));
const now = (): string => new Date().toISOString();

let desk: TestStation;

async function openMatters(bookingId: string): Promise<void> {
  const asked = { channel: 'fax', agency: 'Federal office, made up', asked: 'Call us back.' };
  const subject = { lastName: 'Placeholder', firstName: 'Kim', dob: '1987-02-11' };
  const received = { kind: 'received', at: now(), detail: asked };
  const { matterId } = await desk.done('matter.open', { kind: 'request', subject, event: received });
  const path = join(work, 'fax.pdf');
  writeFileSync(path, '%PDF-1.7\nA made-up fax.');
  await desk.done('matter.attachScan', { matterId, path });
  const source = { kind: 'board-of-probation', reference: 'Q-1', at: '2026-11-20T01:00:00-05:00' };
  const convicted = {
    court: 'Exampleton District Court',
    convictedOffense: 'armed-robbery',
    convictedOn: '2011-06-30',
  };
  const facts = {
    source,
    ...convicted,
    outcome: 'convicted',
    whyReliable: 'Name, birth date and number agree with the docket.',
    sealedOrExpunged: false,
  };
  const { determinationId } = await desk.done('ground.determine', { bookingId, ground: '2b', facts });
  const notice = { ...DECLINED, outcome: 'notified', released: [], criminalHistory: true } as const;
  await desk.done('notification.record', { ...notice, bookingId, determinationId });
  const sent = { recipient: 'Kim Placeholder', agency: 'Federal office, made up', validatedHow: 'Called back.' };
  const detail = { ...sent, what: ['board-of-probation'], purpose: 'Went with the notice.' };
  const event = { kind: 'sent', at: now(), detail };
  await desk.done('matter.open', { kind: 'dissemination', bookingId, subject: {}, event });
}

async function teach(): Promise<void> {
  const { text, taught } = BY_WORDS;
  const start = text.indexOf(taught.phrase);
  const where = { field: taught.field, text, start, end: start + taught.phrase.length };
  await desk.addPerson('supervisor', 'sam');
  await desk.done('screen.teach', { ...where, reason: 'So called', name: 'sam', passphrase: PASSPHRASE });
  const [phrase] = await desk.done('screen.book', {});
  await desk.done('screen.revoke', { phraseId: phrase?.phraseId ?? '', reason: 'No more' });
}

beforeAll(async () => {
  desk = await newTestStation();
  const bookingId = await book(desk);
  const corrected = { fields: { ...GOOD_FIELDS, first_name: 'Alexis' }, charges: GOOD_CHARGES, reason: 'Read again.' };
  await desk.done('booking.correct', { bookingId, baseVersion: 1, ...corrected });
  await desk.done('booking.recordEvent', { bookingId, kind: 'rights-read', at: GOOD_FIELDS.booking_datetime });
  await openMatters(bookingId);
  await desk.done('contact.save', { card: { kind: 'jttf', name: 'Desk, made up', number: '617-555-0100' } });
  await desk.done('blank.print', { clauses: ['2a'], copies: 1 });
  await teach();
}, 120_000);
afterAll(async () => {
  await desk.remove();
  rmSync(work, { recursive: true, force: true });
});

async function found(): Promise<readonly (readonly [code: string | undefined, at: number | undefined])[]> {
  const { checks } = await desk.done('system.check', {});
  return checks.filter(({ ok }) => !ok).map(({ code, at }) => [code, at]);
}

/** The newest row of a table: the entry it stands under, and a column of it as a literal of SQL. */
async function newest(table: string, column: string): Promise<readonly [entry: number, value: string]> {
  const entry = table === 'charge' ? '(select max(entry_seq) from booking_version)' : 'max(entry_seq)';
  const text = `select ${entry} as entry, quote("${column}") as value from "${table}"`;
  const row: unknown = await inside(desk.folder, (connection) => connection.prepare(text).raw().get());
  const [seq, value] = Array.isArray(row) ? row.map(String) : [];
  return [Number(seq), String(value)];
}

describe('a record that somebody with every key edited', () => {
  it('is not there before anybody did', async () => {
    expect(failing(await desk.done('system.check', {}))).toEqual([]);
  });

  it.each([
    ['station', 'name', "'Elsewhere Police'"],
    ['person', 'role', "'chief'"],
    ['booking_version', 'last_name', "'Placeholder'"],
    ['booking_version', 'reason', 'null'],
    ['booking_version', 'address_city', "'Exampleton'"],
    ['booking_version', 'saved_at', "'2026-11-01T00:00:00.000Z'"],
    ['charge', 'charge_description', "'Disturbing the peace'"],
    ['booking_event', 'at', "'2026-11-20T01:00:00-05:00'"],
    ['notification', 'outcome', "'declined'"],
    ['notification', 'contacted_at', "'2026-11-20T03:10:00-05:00'"],
    ['determination', 'decided_at', "'2026-11-01T00:00:00.000Z'"],
    ['matter', 'kind', "'assistance'"],
    ['matter_event', 'detail', `json_set(detail, '$.recipient', 'Alex Testperson')`],
    ['scan', 'sha256', "'" + '0'.repeat(64) + "'"],
    ['duty', 'by_time', "'2026-11-30T00:00:00.000Z'"],
    ['duty_event', 'kind', "'attempt'"],
    ['contact', 'number', "'617-555-0199'"],
    ['contact', 'notes', "'Ask for nobody'"],
    ['blank_form', 'clause', "'2b'"],
    ['taught_phrase', 'reason', "'Another one'"],
    ['taught_phrase_event', 'reason', 'null'],
  ])('in %s, %s, is found at its entry', async (table, column, value) => {
    const [entry, before] = await newest(table, column);
    const where = table === 'charge' ? `version = 2` : `entry_seq = ${String(entry)}`;
    await cut(desk.folder, `update ${table} set "${column}" = ${value} where ${where}`);
    expect(await found()).toContainEqual(['record-edited', entry]);
    await cut(desk.folder, `update ${table} set "${column}" = ${before} where ${where}`);
  });

  it('is not there once each says again what it said', async () => {
    expect(await found()).toEqual([]);
  });
});
