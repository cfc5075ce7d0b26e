// Checks of single values, beyond what their SQL type says.
import type { ScreenCategory, ScreenField } from '../policy/screen/verdict.ts';
import { isCountry } from '../policy/gate/consular.ts';
import { detailScreenedAs } from '../policy/gate/booking-event.ts';
import { ABOUT_THE_CONTACT } from '../policy/gate/records.ts';
import { leafHash as hashOfLeaf } from '../proof/hash.ts';
import { isSafeDisclosure, readDisclosure } from './disclosure-guard.ts';
import type { Guards } from './guards.ts';
import { fromJson, isSafeJson, type About } from './json-guard.ts';
import { isHeading, isLabel } from './label-guard.ts';

/** A value as SQLite hands it over; NULL is never among them. */
export type Stored = string | number | Buffer;

/** Whether a value may stand in its column. `row` holds all values of the row; NULL is never asked about. */
export type Check = (value: Stored, row: readonly unknown[], guards: Guards) => boolean;

const NONE: ReadonlySet<ScreenCategory> = new Set();
/** UUID, time, number or hex digest: nothing that could be a word. */
const PLAIN =
  /^(?:[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}|[\d:.Z+-]{1,12}(?:T[\d:.Z+-]{1,28})?|[\da-f]{64})$/;
const LEAF_KEYS = ['v', 'schema', 'log', 'seq', 'id', 'at', 'type', 'actor', 'supersedes', '_sd', '_sd_alg'];
const LONGEST_SEALED = 4_000;

/** Ids, times and numbers; anything else in their place is read as a code. */
export function plain(value: Stored, _row: readonly unknown[], guards: Guards): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && (PLAIN.test(value) || !guards.blocks(value, 'code', NONE));
}

/** Free text. `allowed`: categories that the column is about. */
export function text(field: ScreenField, allowed: ReadonlySet<ScreenCategory> = NONE): Check {
  return (value, _row, guards) => typeof value === 'string' && !guards.blocks(value, field, allowed);
}

/** A word of a contact with a federal agency: it may name the agency and its papers. */
export const contact: Check = text('reason', ABOUT_THE_CONTACT);

/** Detail of a booking's event; to whom somebody was released is read as an agency. `row`: kind stands fourth. */
export function detail(value: Stored, row: readonly unknown[], guards: Guards): boolean {
  return typeof value === 'string' && !guards.blocks(value, detailScreenedAs(row[3]), NONE);
}

/** One word out of a closed list. */
export function oneOf(values: readonly string[]): Check {
  return (value) => typeof value === 'string' && values.includes(value);
}

function isListOf(value: Stored, fits: (item: string) => boolean): boolean {
  const list = typeof value === 'string' ? fromJson(value)?.value : undefined;
  return Array.isArray(list) && list.every((item) => typeof item === 'string' && fits(item));
}

/** JSON list of words from a list. */
export function someOf(values: readonly string[]): Check {
  return (value) => isListOf(value, (item) => values.includes(item));
}

/** Any JSON, read key by key. `about`: what the row is about. */
export function json(about: About): Check {
  return (value, _row, guards) => {
    const found = typeof value === 'string' ? fromJson(value) : null;
    return found !== null && isSafeJson(found.value, { about }, guards);
  };
}

/** A short code of our own: a call, a category, a clause. */
export function label(value: Stored, _row: readonly unknown[], guards: Guards): boolean {
  return typeof value === 'string' && isLabel(value, guards);
}

/** JSON list of such codes. */
export function labels(value: Stored, _row: readonly unknown[], guards: Guards): boolean {
  return isListOf(value, (item) => isLabel(item, guards));
}

/** JSON list of names as a program spells them: one word, no spaces. */
export function names(value: Stored, _row: readonly unknown[], guards: Guards): boolean {
  return isListOf(value, (item) => /^[a-z][A-Za-z]{1,19}$/.test(item) && isLabel(item, guards));
}

/** JSON list of column headings of a foreign file. */
export function headings(value: Stored, _row: readonly unknown[], guards: Guards): boolean {
  return isListOf(value, (item) => isHeading(item, guards));
}

/** JSON list of names of countries, each a name and no sentence. */
export function countries(value: Stored, _row: readonly unknown[], guards: Guards): boolean {
  return isListOf(value, (item) => isCountry(item) && !guards.blocks(item, 'title', NONE));
}

/** The status compartment: the one place where the words that are refused elsewhere may rest. */
export function sealed(value: Stored): boolean {
  return typeof value === 'string' && value.length <= LONGEST_SEALED;
}

/** An id of the offense catalogue. */
export function offense(value: Stored, _row: readonly unknown[], guards: Guards): boolean {
  return typeof value === 'string' && guards.catalogueTexts(value) !== undefined;
}

/** `[salt, name, value]` in base64url, under the name that stands beside it. */
export function disclosure(value: Stored, row: readonly unknown[], guards: Guards): boolean {
  const found = typeof value === 'string' ? readDisclosure(value) : null;
  return found !== null && found.name === row[1] && isSafeDisclosure(found.name, found.value, guards);
}

function isDigests(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && /^[\w-]{43}$/.test(item));
}

function isEntry(entry: object, seq: unknown, guards: Guards): boolean {
  if (!('seq' in entry && 'type' in entry) || entry.seq !== seq || typeof entry.type !== 'string') return false;
  if (!/^[a-z]+(?:[.-][a-z]+)+$/.test(entry.type)) return false;
  return Object.entries(entry).every(([key, value]: readonly [string, unknown]) => {
    if (key === '_sd') return isDigests(value);
    const told = typeof value === 'number' || (typeof value === 'string' && plain(value, [], guards));
    return LEAF_KEYS.includes(key) && told;
  });
}

/** An entry names nobody: only the agreed keys, its own number, a kind of event, ids, times and digests. */
export function leaf(value: Stored, row: readonly unknown[], guards: Guards): boolean {
  const entry: unknown = Buffer.isBuffer(value) ? fromJson(value.toString('utf8'))?.value : null;
  return typeof entry === 'object' && entry !== null && isEntry(entry, row[0], guards);
}

/** SHA-256 of 0x00 and the leaf beside it (RFC 6962). */
export function leafHash(value: Stored, row: readonly unknown[]): boolean {
  const [, bytes] = row;
  if (!Buffer.isBuffer(value) || !Buffer.isBuffer(bytes)) return false;
  return hashOfLeaf(bytes).equals(value);
}
