import { fold } from '../screen/fold.ts';
import { sentencesOf } from '../screen/sentences.ts';
import { wordsOf } from '../screen/words.ts';

/** What may end a sentence, or what parts two that could stand alone. */
const MARKS = { sentence: '.!?؟…\n', clause: '.!?؟…;\n' } as const;

/**
 * How far a range is followed: to the end of its sentence, or to what parts it from others where nobody has the whole text
 * any more: a semicolon, the dot of a measure, the end of a short line.
 */
export type Reach = keyof typeof MARKS;

/** So long that the screen's splitter takes it for a sentence of its own. */
const LONG_ENOUGH = 'x'.repeat(16);
/** Longer than a word behind which a dot may belong to it. */
const NEAR = 24;
const CLOSING = /["”»’')\]]/u;
const WORD_BEFORE = /[\p{L}\p{N}.'’]*$/u;
const SPACE_AND_WORD = /^\s[^\p{L}\p{N}]*[\p{L}\p{N}]+/u;
const UNCASED = /^\P{L}*\p{Lo}/u;
const LINE_END = /^[^\S\n]*(?:\n|$)/u;
/** A sentence that begins with a capital, or in a script that has none. */
const BEGINS = /^\s[^\p{L}\p{N}]*[\p{Lu}\p{Lt}\p{Lo}]/u;
const GOES_ON = /^\s[^\p{L}\p{N}]*\p{Ll}/u;
/** Measures, and hours: behind these a sentence ends only before a capital. p.m. | hrs. */
const MEASURES =
  /(?:^|\P{L})(?:\p{L}\.\p{L}|hrs?|mins?|secs?|mg|ml|mcg|lbs?|ft|in|yrs?|mos?|pts?|rd|ave|blvd|hx|dx|rx|tx|inc|co|jr|sr)$/iu;
/** Those that can do without a capital behind. */
const UNITS = /(?:^|\P{L})(?:[ap]\.m|hrs?|mins?|secs?|mg|ml|mcg|kg|oz|lbs?|ft|in|yrs?|mos?)$/iu;

/** A mark of a text, and what stands around it. */
interface Mark {
  readonly sign: string;
  readonly before: string;
  /** Behind the mark and what closes behind it. */
  readonly after: string;
  readonly isClosed: boolean;
  readonly reach: Reach;
}

/** Whether the screen, which knows what is written short, ends a sentence at a dot between these. */
function endsForScreen(before: string, after: string): boolean {
  const { text } = fold(`${LONG_ENOUGH} ${before}.${after}`);
  return sentencesOf(text, wordsOf(text)).length > 1;
}

/** Whether a dot that stands behind a word and before another ends a sentence. */
function partsWords(word: string, next: string, { after, reach }: Mark): boolean {
  if (reach === 'clause' && UNITS.test(word)) return true;
  if (MEASURES.test(word)) return LINE_END.test(after) || BEGINS.test(after);
  // What is written short is so at the end of a line as well.
  return endsForScreen(word, next.replaceAll(/\s+/gu, ' '));
}

function dotEnds(mark: Mark): boolean {
  const next = SPACE_AND_WORD.exec(mark.after)?.[0];
  if (next === undefined) return /^\s/u.test(mark.after);
  // The screen reads no words of a script without capitals.
  return UNCASED.test(next) || partsWords(WORD_BEFORE.exec(mark.before)?.[0] ?? '', next, mark);
}

function dotsEnd({ after, reach }: Mark): boolean {
  if (reach === 'clause' && LINE_END.test(after)) return true;
  return /^\s/u.test(after) && !GOES_ON.test(after);
}

function ends(mark: Mark): boolean {
  const { sign, before, after, isClosed } = mark;
  if (after.trim() === '') return true;
  if (sign === '…' || (sign === '.' && before.endsWith('.'))) return dotsEnd(mark);
  if (isClosed) return LINE_END.test(after) || BEGINS.test(after);
  return sign === '.' ? dotEnds(mark) : /^\s/u.test(after);
}

function behindMark(text: string, at: number): number {
  let end = at + 1;
  while (CLOSING.test(text.charAt(end))) end += 1;
  return end;
}

/** Where a sentence ends with the mark at this place: behind it, but before the end of a line; null where none ends there. */
export function endWith(text: string, at: number, reach: Reach): number | null {
  const sign = text.charAt(at);
  if (!MARKS[reach].includes(sign)) return null;
  if (sign === '\n') return at;
  const end = behindMark(text, at);
  const around = { before: text.slice(Math.max(0, at - NEAR), at), after: text.slice(end, end + NEAR) };
  return ends({ sign, ...around, isClosed: end > at + 1, reach }) ? end : null;
}

/** Whether a sentence ends right before this place, with a mark and what closes behind it. */
export function isEndedAt(text: string, end: number, reach: Reach): boolean {
  let at = end - 1;
  while (CLOSING.test(text.charAt(at))) at -= 1;
  return text.charAt(at) !== '\n' && endWith(text, at, reach) === end;
}
