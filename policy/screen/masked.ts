// Numbers of foreign nationals with some of their digits masked: "A# 076 *** 412", "IOE09*****417". Whoever masks the
// digits tells all the same that somebody has such a number.
import { rangeOf } from './fold.ts';
import type { Screened } from './phrase-matcher.ts';
import type { Finding } from './verdict.ts';

/** What stands for digits: three signs or more. */
const MASK = '(?:[*•_-]{3,9}|x{3,9})';
const HAS_MASK = /[*•_-]{3}|xxx|\. \. \./;

/** A, then two or three groups, of which some are digits and some masked. */
const ALIEN = new RegExp(
  `(?<![a-z0-9])a[\\s#:.-]{0,3}(?:\\d{2,3}|${MASK})(?:[ .-]{0,2}(?:\\d{3}|${MASK})){1,2}(?![a-z0-9])`,
  'g',
);
/** A#, a few digits one by one, dots for the others. */
const DOTTED = /(?<![a-z0-9])a ?#\s?(?:\d[ ]?){2,4}(?:\. ){2}\.\s?\d{0,4}/g;
/** The letters of a service center, the year, and the rest masked or nearly. */
const RECEIPT = new RegExp(
  `(?<![a-z0-9])(?:ioe|wac|src|lin|eac|msc|nbc|ysc)[\\s-]{0,2}\\d{2}[\\d\\s-]{0,9}${MASK}\\d{0,4}(?![a-z0-9])`,
  'g',
);

/** Some digits must be there, and some masked. */
function isMasked(match: string): boolean {
  const digits = match.replace(/\D/g, '').length;
  return digits >= 3 && HAS_MASK.test(match);
}

/** The letter is a capital; a small one is the article. */
function isCapital({ given, folded }: Screened, start: number): boolean {
  const [first] = rangeOf(folded, start, start + 1);
  return given.charAt(first) === 'A';
}

/** Findings of masked numbers; policy 1(b). Pure, linear in the length of the text. */
export function findMasked(text: Screened): readonly Finding[] {
  const folded = text.folded.text;
  if (!HAS_MASK.test(folded)) return [];
  const ofAliens = [...folded.matchAll(ALIEN), ...folded.matchAll(DOTTED)].filter(
    (match) => isMasked(match[0]) && isCapital(text, match.index),
  );
  const all = [...ofAliens, ...[...folded.matchAll(RECEIPT)].filter((match) => HAS_MASK.test(match[0]))];
  return all.map((match) => {
    const [start, end] = rangeOf(text.folded, match.index, match.index + match[0].length);
    return { category: 'identifier', clause: '1(b)', start, end, action: 'block' };
  });
}
