import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';

const HEAD = `
import type { BookingDraft, BookingEventDraft } from '../../../policy/booking.ts';
import { clearBooking, clearText, type Cleared } from '../../../policy/gate.ts';
import type { NotificationDraft as Contracted } from '../../../contract/notification.ts';
import type { NotificationDraft } from '../../../policy/notification.ts';
import type { WriteTx, ReadDb } from '../../../db/database.ts';
import { insertBookingVersion } from '../../../db/booking/writer.ts';
declare const tx: WriteTx;
declare const read: ReadDb;
declare const plain: BookingDraft;
declare const event: BookingEventDraft;
declare const contracted: Contracted;
declare const ours: keyof NotificationDraft;
declare const theirs: keyof Contracted;
declare const saved: Parameters<typeof insertBookingVersion>[2];
declare function write(draft: Cleared<BookingDraft>): void;
declare function writeText(text: Cleared<string>): void;
`;

const gate = readFileSync(resolve(import.meta.dirname, '../../../policy/gate.ts'), 'utf8');
const withoutMark = {
  'policy/gate.ts': gate.replace(/export type Cleared<T> = [^;]+;/, 'export type Cleared<T> = T;'),
};

/** What a hurried programmer might write; none of it may compile. */
const FORGOTTEN: readonly (readonly [string, string])[] = [
  ['a plain booking', 'write(plain);'],
  ['a literal', "write({ fields: { last_name: 'Testperson' }, charges: [] });"],
  ['a copy of a cleared one', "const c = clearBooking(plain, { origin: 'desk' }); if (c.ok) write({ ...plain });"],
  ['another kind of record', 'write(event);'],
  ['a result that was not looked at', "write(clearBooking(plain, { origin: 'desk' }).value);"],
  ['a plain text', "writeText('as typed');"],
  ['a mark made by hand', 'const marked: Cleared<BookingDraft> = { ...plain, cleared: true }; write(marked);'],
  ['the real writer without the gate', 'void insertBookingVersion(tx, plain, saved);'],
];

/** The gate was asked, the transaction forgotten. */
const CLEARED = "const c = clearBooking(plain, { origin: 'desk' }); if (c.ok) ";
const NO_TRANSACTION: readonly (readonly [string, string])[] = [
  ['a connection that only reads', `${CLEARED} void insertBookingVersion(read, c.value, saved);`],
  ['no connection', `${CLEARED} void insertBookingVersion(c.value, saved);`],
];

const ASKED: readonly (readonly [string, string])[] = [
  ['a cleared booking', `${CLEARED} { write(c.value); void insertBookingVersion(tx, c.value, saved); }`],
  ['a cleared text', "const t = clearText('Typing mistake', 'reason'); if (t.ok) writeText(t.value);"],
];

/** The contract and the policy speak of the same contact. */
const SAME_CONTACT: readonly (readonly [string, string])[] = [
  ['the contract fits the policy', 'const contact: NotificationDraft = contracted; void contact;'],
  [
    'no key stands on one side alone',
    'const keys: [keyof Contracted, keyof NotificationDraft] = [ours, theirs]; void keys;',
  ],
];

const REFUSED = [...FORGOTTEN, ...NO_TRANSACTION];
const TAKEN = [...ASKED, ...SAME_CONTACT];
const sourcesOf = (cases: readonly (readonly [string, string])[]): readonly string[] =>
  cases.map(([, source]) => source);

describe('what the compiler says', () => {
  const said = compile(HEAD, sourcesOf([...REFUSED, ...TAKEN]));
  const unmarked = compile(HEAD, sourcesOf(REFUSED), withoutMark);

  it('finds everything that the pieces speak of', () => {
    expect(said.head).toEqual([]);
    expect(unmarked.head).toEqual([]);
  });

  it.each(REFUSED.map(([name], at) => ({ name, at })))('no: $name', ({ at }) => {
    expect(said.pieces[at]).not.toEqual([]);
  });

  it.each(TAKEN.map(([name], at) => ({ name, at: at + REFUSED.length })))('yes: $name', ({ at }) => {
    expect(said.pieces[at]).toEqual([]);
  });

  it('would say yes without the mark: this test can fail', () => {
    expect(gate).toMatch(/export type Cleared<T> = T & \{ readonly \[cleared\]: true \};/);
    const passing = REFUSED.filter((_, at) => unmarked.pieces[at]?.length === 0).map(([name]) => name);
    expect(passing).toEqual([
      'a plain booking',
      'a literal',
      'a copy of a cleared one',
      'a plain text',
      'the real writer without the gate',
    ]);
  });
});
