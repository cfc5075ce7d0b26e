import { fold } from '../screen/fold.ts';
import { sentencesOf } from '../screen/sentences.ts';
import { wordsOf } from '../screen/words.ts';

type Span = readonly [number, number];

/** So long that the screen's splitter takes it for a sentence of its own. */
const LONG_ENOUGH = 'x'.repeat(16);
/** Longer than a word behind which a dot may belong to it. */
const NEAR = 24;
const WORD_BEFORE = /[\p{L}\p{N}.'’]*$/u;
const SPACE_AND_WORD = /^\s+[^\s\p{L}\p{N}]*([\p{L}\p{N}]+)/u;
/** Measures, and hours: behind these a sentence ends only before a capital. p.m. | hrs. */
const MEASURES =
  /(?:^|\P{L})(?:\p{L}\.\p{L}|hrs?|mins?|secs?|mg|ml|mcg|lbs?|ft|in|yrs?|mos?|pts?|rd|ave|blvd|hx|dx|rx|tx|inc|co|jr|sr)$/iu;
/** What may end a sentence, or what parts two that could stand alone. */
const MARKS = { sentence: /[.!?\n]/gu, clause: /[.!?;\n]/gu } as const;

/** How far a range is followed: to the end of its sentence, or to a semicolon within it. */
export type Reach = keyof typeof MARKS;

/** Whether the screen, which knows what is written short, ends a sentence at a dot between these. */
function endsForScreen(before: string, after: string): boolean {
  const { text } = fold(`${LONG_ENOUGH} ${before}.${after}`);
  return sentencesOf(text, wordsOf(text)).length > 1;
}

function dotEnds(text: string, at: number): boolean {
  const after = text.slice(at + 1, at + 1 + NEAR);
  if (/^["”»')\]]*\s*$/u.test(after)) return true;
  const next = SPACE_AND_WORD.exec(after);
  if (next === null) return false;
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - NEAR), at))?.[0] ?? '';
  if (MEASURES.test(before)) return /^\p{Lu}/u.test(next[1] ?? '');
  return endsForScreen(before, next[0]);
}

/** Whether a sentence ends with the mark at this place. */
function endsAt(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === '.') return dotEnds(text, at);
  return mark === '\n' || /^(?:["”»')\]]|\s|$)/u.test(text.slice(at + 1));
}

function marksWithin(text: string, [from, to]: Span, reach: Reach): readonly number[] {
  return Array.from(text.slice(from, to).matchAll(MARKS[reach]), ({ index }) => from + index);
}

/** Bounds of the sentence around a range, without the space and the line break around it. */
export function sentenceAround(text: string, [start, end]: Span, reach: Reach = 'sentence'): Span {
  const before = marksWithin(text, [0, start], reach).findLast((at) => endsAt(text, at));
  const from = before === undefined ? 0 : before + 1;
  const gap = /^["”»')\]]*\s*/u.exec(text.slice(from, start))?.[0].length ?? 0;
  const stop = marksWithin(text, [end, text.length], reach).find((at) => endsAt(text, at));
  if (stop === undefined) return [from + gap, text.length];
  return [from + gap, text.charAt(stop) === '\n' ? stop : stop + 1];
}
