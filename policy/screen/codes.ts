// Coded values: IMM, ICE or LPR alone in a field of codes says what a sentence would.
import codes from './codes.json' with { type: 'json' };
import { compact, compactOf, fold } from './fold.ts';
import type { Screened } from './phrase-matcher.ts';
import type { Finding, ScreenField } from './verdict.ts';

const WRITTEN: readonly string[] = [...codes.status, ...codes.niem];
const VALUES: ReadonlySet<string> = new Set(WRITTEN.map(compact));
/** The words of every such value, folded, and the value written as one. */
export const CODE_WORDS: readonly string[] = [
  ...VALUES,
  ...WRITTEN.flatMap((value) => fold(value).text.split(/[^a-z0-9]+/)),
];
const CODED: ReadonlySet<ScreenField> = new Set(['code', 'agency', 'charge-text', 'title']);

/** What every value holds. */
const LETTER = /[a-z]/;

/** A finding over the whole text where it is such a value, null where it is not. */
export function findCode({ given, folded, field }: Screened): Finding | null {
  if (!CODED.has(field) || given.length > 60 || !LETTER.test(folded.text)) return null;
  if (!VALUES.has(compactOf(folded))) return null;
  return { category: 'code', clause: '1(b)', start: 0, end: given.length, action: 'block' };
}
