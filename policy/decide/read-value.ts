import { isDay, parseMoment, type Moment } from './moment.ts';
import type { FindOffense, Offense } from './offense.ts';

/** Where the first fault of a line is kept: one is enough to say what and where. */
export interface Faults {
  first: string | null;
}

/** A value from outside, its place in the line, and where its fault is told. */
export interface Given {
  readonly value: unknown;
  /** Path such as `facts.wms.at`; empty for the line itself. */
  readonly where: string;
  readonly faults: Faults;
}

/** An object whose keys are known and whose values are not read yet. */
export interface Parts {
  readonly values: Readonly<Record<string, unknown>>;
  readonly where: string;
  readonly faults: Faults;
}

/** Notes a fault. Says what and where, never the value that was given. */
export function note({ where, faults }: Pick<Given, 'where' | 'faults'>, what: string): void {
  faults.first ??= where === '' ? what : `${where}: ${what}`;
}

/** Null and absent are both unknown. */
export function isUnknown(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** An object with no other keys than these; undefined where it is not there. */
export function partsOf(given: Given, keys: ReadonlySet<string>): Parts | undefined {
  const { value, where, faults } = given;
  if (isUnknown(value)) return undefined;
  if (!isObject(value)) {
    note(given, 'must be an object');
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (!keys.has(key)) note({ where: under(where, printableKey(key)), faults }, 'is not a known name here');
  }
  return { values: value, where, faults };
}

/** One part of an object, ready to be read; not there where the object is not. */
export function part(parts: Parts, key: string): Given {
  return { value: parts.values[key], where: under(parts.where, key), faults: parts.faults };
}

export function wordOf(given: Given): string | undefined {
  const { value } = given;
  if (isUnknown(value)) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  note(given, 'must be a string');
  return undefined;
}

export function choiceOf<const T extends string>(given: Given, choices: readonly T[]): T | undefined {
  if (isUnknown(given.value) || given.value === '') return undefined;
  const found = choices.find((choice) => choice === given.value);
  if (found === undefined) note(given, `must be one of ${choices.join(', ')}`);
  return found;
}

export function flagOf(given: Given): boolean | undefined {
  if (isUnknown(given.value)) return undefined;
  if (typeof given.value === 'boolean') return given.value;
  note(given, 'must be true or false');
  return undefined;
}

export function momentOf(given: Given): Moment | undefined {
  const text = wordOf(given);
  const moment = text === undefined ? undefined : parseMoment(text);
  if (text !== undefined && moment === undefined) {
    note(given, 'must be a time with its offset, such as 2026-03-08T00:55:00-05:00');
  }
  return moment;
}

export function dayOf(given: Given): string | undefined {
  const text = wordOf(given);
  if (text === undefined || isDay(text)) return text;
  note(given, 'must be a day such as 2011-06-30');
  return undefined;
}

/** A list of strings; empty entries are not there, nor is a list of nothing else. */
export function listOf(given: Given): readonly string[] | undefined {
  if (isUnknown(given.value)) return undefined;
  if (!isStrings(given.value)) {
    note(given, 'must be a list of strings');
    return undefined;
  }
  const there = given.value.filter((entry) => entry.trim() !== '');
  return there.length === 0 ? undefined : there;
}

export function choicesOf(given: Given, choices: readonly string[]): readonly string[] | undefined {
  const list = listOf(given);
  if (list === undefined || list.every((entry) => choices.includes(entry))) return list;
  note(given, `must list only ${choices.join(', ')}`);
  return undefined;
}

export function offenseOf(given: Given, findOffense: FindOffense): Offense | undefined {
  const id = wordOf(given);
  const offense = id === undefined ? undefined : findOffense(id);
  if (id !== undefined && offense === undefined) note(given, 'is not an id of the offense catalogue');
  return offense;
}

export function digestOf(given: Given): string | undefined {
  const text = wordOf(given);
  if (text === undefined || /^[0-9a-f]{64}$/i.test(text)) return text;
  note(given, 'must be a SHA-256 of 64 hexadecimal digits');
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry: unknown) => typeof entry === 'string');
}

/** A name from outside, fit to be shown: a sentence put where a name belongs is not repeated. */
function printableKey(key: string): string {
  return /^[A-Za-z_][\w.-]{0,59}$/.test(key) ? key : '(a name that cannot be shown)';
}

function under(where: string, key: string): string {
  return where === '' ? key : `${where}.${key}`;
}
