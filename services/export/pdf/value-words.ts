import { findOffense } from '../../../policy/offenses/catalogue.ts';
import type { JsonValue } from '../json-value.ts';
import { recordWords } from './record-words.ts';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  dateStyle: 'long',
  timeStyle: 'long',
  hourCycle: 'h23',
});

/** `November 25, 2026 at 01:35:07 EST`, as on the station's wall. */
export function momentWords(moment: Date): string {
  return clock.format(moment);
}

/** `arrestingAgency` as words. */
export function nameWords(name: string): string {
  const known = Object.entries(recordWords.labels).find(([label]) => label === name)?.[1];
  const spaced = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return known ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function textWords(text: string): string {
  if (MOMENT.test(text)) return momentWords(new Date(text));
  const offense = findOffense(text);
  if (offense !== undefined) return `${offense.title} (${offense.citation})`;
  return Object.entries(recordWords.values).find(([value]) => value === text)?.[1] ?? text;
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** A value of a record as a line of words; objects name their members. */
export function valueWords(value: JsonValue): string {
  if (typeof value === 'string') return textWords(value);
  if (typeof value === 'boolean') return value ? recordWords.yes : recordWords.no;
  if (value === null) return recordWords.nothing;
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.length === 0 ? recordWords.nothing : value.map(valueWords).join(', ');
  return Object.entries(value)
    .map(([name, member]) => `${nameWords(name)}: ${valueWords(member)}`)
    .join('\n');
}

/** The parts of a name in the order in which it is spoken; undefined for what is no such name. */
export function personName(value: JsonValue): string | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  const { given, middle, family, suffix } = value;
  return [given, middle, family, suffix].filter((part) => typeof part === 'string').join(' ');
}
