import { compact, fold } from '../screen/fold.ts';
import { APPROVED_FIELDS, type BookingFieldName, type ChargeFieldName } from './approved-fields.ts';
import { protectedByWords } from './name-words.ts';
import {
  findProtectedField,
  NIEM_DOMAINS,
  NIEM_NAMES,
  PROTECTED_FIELDS,
  type ProtectedKind,
} from './protected-fields.ts';

export type ApprovedName = BookingFieldName | ChargeFieldName;

/** What a name means: `category` is fine (`citizenship`), `weight` says whether it tells status or hints at it. */
export type NameVerdict =
  | { readonly kind: 'approved'; readonly field: ApprovedName }
  | {
      readonly kind: 'protected';
      readonly id: string;
      readonly weight: ProtectedKind;
      readonly category: string;
      readonly clause: string;
    }
  | { readonly kind: 'unknown' };

const APPROVED: ReadonlyMap<string, ApprovedName> = new Map(
  APPROVED_FIELDS.map((field) => [compact(field.name), field.name]),
);

const EXACT: ReadonlyMap<string, ApprovedName> = new Map(APPROVED_FIELDS.map(({ name }) => [name, name]));

/** A sign that stands for the word "number" at the end of a heading keeps `A#` apart from `A`. */
function comparable(name: string): string {
  return compact(name.replace(/#\s*$/, ' number'));
}

function aliasTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [id, names] of NIEM_NAMES) for (const name of names) table.set(comparable(name), id);
  for (const field of PROTECTED_FIELDS) {
    for (const name of [field.id, field.label, ...field.aliases]) table.set(comparable(name), field.id);
  }
  return table;
}

const ALIASES = aliasTable();

function verdictOf(id: string): NameVerdict {
  const field = findProtectedField(id);
  if (field === undefined) return { kind: 'unknown' };
  return { kind: 'protected', id, weight: field.kind, category: field.category, clause: field.clause };
}

function isOfRefusedDomain(name: string): boolean {
  const folded = fold(name).text;
  const prefix = /^([a-z]{1,8}):/.exec(folded.trim())?.[1];
  if (prefix !== undefined && NIEM_DOMAINS.prefixes.includes(prefix)) return true;
  return NIEM_DOMAINS.domains.some((domain) => folded.includes(domain));
}

/** Parts of a path: `person.citizenship`, `person[citizenship]`, `nc:Person/nc:PersonCitizenship`. */
function partsOf(name: string): readonly string[] {
  return name.split(/[.[\]/:>|\\→]+/u).filter((part) => part.trim() !== '');
}

/** More parts than this make no path that is looked at part by part. */
const MOST_PARTS = 12;

/** Every run of neighbouring parts: `person.P.O.B.` holds `P.O.B.`. */
function runsOf(parts: readonly string[]): readonly string[] {
  const near = parts.slice(0, MOST_PARTS);
  return near.flatMap((_, from) => near.slice(from).map((__, more) => near.slice(from, from + more + 1).join(' ')));
}

function protectedId(name: string, parts: readonly string[]): string | undefined {
  const listed = [name, ...runsOf(parts)].map((part) => ALIASES.get(comparable(part))).find((id) => id !== undefined);
  if (listed !== undefined) return listed;
  return isOfRefusedDomain(name) ? NIEM_DOMAINS.id : undefined;
}

function toldByWords(parts: readonly string[], name: string): string | undefined {
  const open = parts.filter((part) => !APPROVED.has(compact(part)));
  const told = open.map((part) => protectedByWords(part, compact(part))).find((id) => id !== undefined);
  if (told !== undefined || open.length < parts.length) return told;
  return protectedByWords(name, compact(name));
}

/** Longest name that is looked at; a longer one is no field's name. */
const LONGEST = 200;

/**
 * Tells what a key, heading or path names. Case, spacing, punctuation, accents, invisible characters, look-alike
 * letters and nesting do not matter. Pure; never throws. Policy 1(a) to 1(c).
 */
export function classifyName(name: string): NameVerdict {
  const given = name.slice(0, LONGEST);
  const whole = APPROVED.get(compact(given));
  if (whole !== undefined) return { kind: 'approved', field: whole };
  const parts = partsOf(given);
  const id = protectedId(given, parts) ?? toldByWords(parts, given);
  if (id !== undefined) return verdictOf(id);
  const last = APPROVED.get(compact(parts.at(-1) ?? ''));
  return last === undefined ? { kind: 'unknown' } : { kind: 'approved', field: last };
}

/** The approved field spelt exactly so, as a key must be; undefined for anything else. */
export function approvedNamed(key: string): ApprovedName | undefined {
  return EXACT.get(key);
}

/** Whether this heading, number sign aside, is one of the listed names: then it may be shown as it was written. */
export function isListedName(name: string): boolean {
  return name.length <= 80 && ALIASES.has(comparable(name));
}
