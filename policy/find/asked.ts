import { foldText, wordsOf } from './fold-word.ts';

/** What somebody searches by; all that is kept of a search. */
export const SOUGHT = ['name', 'number', 'date'] as const;
export type Sought = (typeof SOUGHT)[number];

/** A word of the index, or the beginning of one. */
export interface Term {
  readonly word: string;
  readonly whole: boolean;
}

/** One word as typed. `of`: what it may be of a booking, any of them; `officer`: the same as an officer's name. */
export interface AskedWord {
  readonly by: Sought;
  readonly of: readonly Term[];
  readonly officer: Term | null;
}

const MOST_WORDS = 6;
const begins = (word: string): Term => ({ word, whole: false });
const is = (word: string): Term => ({ word, whole: true });
const YEAR = /^(?:19|20)\d\d$/;

/** `7/19`, `07/19/1994`: month, day, year, each as far as it was typed. */
function writtenDay(month: string, day: string, year: string | undefined): readonly Term[] {
  const start = month.padStart(2, '0');
  // The last figure may be all of the day, or the first of two.
  const days = year === undefined && day.length === 1 ? [day, `0${day}`] : [day.padStart(2, '0')];
  return ['e', 'u'].flatMap((kind) => days.map((one) => begins(kind + start + one + (year ?? ''))));
}

/** `1994-07-19`, as far as it was typed. */
function plainDay(year: string, month: string, day: string | undefined): readonly Term[] {
  const start = year + (day === undefined ? month : month.padStart(2, '0')) + (day ?? '');
  return ['d', 't'].map((kind) => begins(kind + start));
}

function dateTerms(text: string): readonly Term[] {
  const written = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{0,4}))?$/.exec(text);
  if (written !== null) return writtenDay(written[1] ?? '', written[2] ?? '', written[3]);
  const plain = /^((?:19|20)\d\d)-(\d{1,2})(?:-(\d{0,2}))?$/.exec(text);
  return plain === null ? [] : plainDay(plain[1] ?? '', plain[2] ?? '', plain[3]);
}

/** A year alone would begin half of all words: it is asked for as one. */
function figureTerms(figures: string): readonly Term[] {
  if (YEAR.test(figures)) return [is(`b${figures}`), is(`d${figures}`), is(`t${figures}`)];
  const days = figures.length === 8 ? ['d', 'e', 't', 'u'].map((kind) => is(kind + figures)) : [];
  return [begins(`b${figures}`), ...days];
}

/** `2026-00412` and `2026-07` alike: the groups of a number, the last one as far as it was typed. */
function wordsOfNumber(groups: readonly string[]): readonly AskedWord[] {
  return groups.map((group, at): AskedWord => {
    const last = at === groups.length - 1;
    return { by: 'number', of: last ? figureTerms(group) : [is(`b${group}`)], officer: begins(`o${group}`) };
  });
}

/** `2026-07` is a month, and may be the beginning of a number as well. */
function monthOrNumber([year = '', last = '']: readonly string[], days: readonly Term[]): readonly AskedWord[] {
  const parts = [is(`b${year}`), begins(`b${last}`)];
  return parts.map((part) => ({ by: 'number', of: [part, ...days], officer: null }));
}

function askedBy(text: string): readonly AskedWord[] {
  const days = dateTerms(text);
  const groups = wordsOf(text);
  if (days.length > 0 && groups.length === 2 && !text.includes('/')) return monthOrNumber(groups, days);
  if (days.length > 0) return [{ by: 'date', of: days, officer: null }];
  if (/\d/.test(text)) return wordsOfNumber(groups);
  return groups.map((word) => ({ by: 'name', of: [begins(`n${word}`)], officer: begins(`o${word}`) }));
}

/** What was typed into the box, word by word; all of them must be found. Empty where nothing was. */
export function readAsked(text: string): readonly AskedWord[] {
  return foldText(text)
    .split(/[\s,;]+/u)
    .filter((part) => part !== '')
    .flatMap(askedBy)
    .slice(0, MOST_WORDS);
}
