import { indexWords } from '../../policy/find/index-words.ts';
import { parseTexts } from '../parse.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function aliasesOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? parseTexts(value, 'aliases') : [];
}

/**
 * `app_words(number, dob, booked, last, first, middle, aliases, officers…)`: what a booking can be found by, as one text
 * for the index. `aliases` is a JSON list; the last four are names and badges.
 */
export function wordsFunction(...values: readonly unknown[]): string {
  const [number, dob, bookedAt, last, first, middle, aliases, ...officers] = values;
  return indexWords({
    number: text(number) ?? '',
    dob: text(dob),
    bookedAt: text(bookedAt),
    names: [...[last, first, middle].map(text), ...aliasesOf(aliases)],
    officers: officers.map(text),
  }).join(' ');
}
