import type { FindOffense, Offense } from './offense.ts';
import { isDay, parseMoment, type Moment } from './moment.ts';

/** Where the first fault of a line is kept: one is enough to say what and where. */
export interface Faults {
  first: string | null;
}

export type Unread = Readonly<Record<string, unknown>>;

/** Notes a fault. Says what and where, never the value that was given. */
export function note(faults: Faults, where: string, what: string): undefined {
  faults.first ??= `${where}: ${what}`;
  return undefined;
}

/** Null and absent are both unknown. */
export function isUnknown(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with no other keys than these; undefined where it is not there. */
export function objectOf(value: unknown, keys: ReadonlySet<string>, where: string, faults: Faults): Unread | undefined {
  if (isUnknown(value)) return undefined;
  if (!isObject(value)) return note(faults, where, 'must be an object');
  for (const key of Object.keys(value)) {
    if (!keys.has(key))
      note(faults, where === '' ? printableKey(key) : `${where}.${printableKey(key)}`, 'is not a known name here');
  }
  return value;
}

/** A name from outside, fit to be shown: a sentence put where a name belongs is not repeated. */
export function printableKey(key: string): string {
  return /^[A-Za-z][\w.-]{0,59}$/.test(key) ? key : '(a name that cannot be shown)';
}

export function wordOf(value: unknown, where: string, faults: Faults): string | undefined {
  if (isUnknown(value)) return undefined;
  if (typeof value !== 'string') return note(faults, where, 'must be a string');
  return value.trim() === '' ? undefined : value;
}

export function choiceOf<const T extends string>(
  value: unknown,
  choices: readonly T[],
  where: string,
  faults: Faults,
): T | undefined {
  if (isUnknown(value) || value === '') return undefined;
  const found = choices.find((choice) => choice === value);
  return found ?? note(faults, where, `must be one of ${choices.join(', ')}`);
}

export function flagOf(value: unknown, where: string, faults: Faults): boolean | undefined {
  if (isUnknown(value)) return undefined;
  return typeof value === 'boolean' ? value : note(faults, where, 'must be true or false');
}

export function momentOf(value: unknown, where: string, faults: Faults): Moment | undefined {
  const text = wordOf(value, where, faults);
  if (text === undefined) return undefined;
  return parseMoment(text) ?? note(faults, where, 'must be a time with its offset, such as 2026-03-08T00:55:00-05:00');
}

export function dayOf(value: unknown, where: string, faults: Faults): string | undefined {
  const text = wordOf(value, where, faults);
  if (text === undefined) return undefined;
  return isDay(text) ? text : note(faults, where, 'must be a day such as 2011-06-30');
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry: unknown) => typeof entry === 'string');
}

/** A list of strings; empty entries are not there, nor is a list of nothing else. */
export function listOf(value: unknown, where: string, faults: Faults): readonly string[] | undefined {
  if (isUnknown(value)) return undefined;
  if (!isStrings(value)) return note(faults, where, 'must be a list of strings');
  const there = value.filter((entry) => entry.trim() !== '');
  return there.length === 0 ? undefined : there;
}

export function choicesOf(
  value: unknown,
  choices: readonly string[],
  where: string,
  faults: Faults,
): readonly string[] | undefined {
  const list = listOf(value, where, faults);
  if (list === undefined || list.every((entry) => choices.includes(entry))) return list;
  return note(faults, where, `must list only ${choices.join(', ')}`);
}

export function offenseOf(
  value: unknown,
  findOffense: FindOffense,
  where: string,
  faults: Faults,
): Offense | undefined {
  const id = wordOf(value, where, faults);
  if (id === undefined) return undefined;
  return findOffense(id) ?? note(faults, where, 'is not an id of the offense catalogue');
}

export function digestOf(value: unknown, where: string, faults: Faults): string | undefined {
  const text = wordOf(value, where, faults);
  if (text === undefined) return undefined;
  return /^[0-9a-f]{64}$/i.test(text) ? text : note(faults, where, 'must be a SHA-256 of 64 hexadecimal digits');
}
