import { BEFORE_NUMBERS, runsOnBefore, SHORTENED } from './abbreviations.ts';
import type { Words } from './words.ts';

/** Letters before a dot that ends no sentence: "St. Example", "Ofc. Sample". */
const SHORTEST = 12;
const SPACE = 32;
const LINE = 10;
const DOT = 46;
/** . ! ? ; */
const ENDS: ReadonlySet<number> = new Set([DOT, 33, 63, 59]);
/** " ' ) ] »: what may close behind the end of a sentence. */
const CLOSING: ReadonlySet<number> = new Set([34, 39, 41, 93, 187]);

const NUMBER = /\d/;

/** The dot behind a word belongs to it: "Ofc. Sample", "no. 12". `next`: the word behind. */
function isShortened(word: string, next: string): boolean {
  return SHORTENED.has(word) || runsOnBefore(word, next) || (BEFORE_NUMBERS.has(word) && NUMBER.test(next));
}

/** Whether a sentence ends between two words: at a line break, or where a mark, closing signs behind it or not, stands before a space. */
function endsSentence(text: string, from: number, to: number): boolean {
  // One space, as between nearly all words.
  if (to - from === 1) return text.charCodeAt(from) === LINE;
  let ended = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE || (ended && code <= SPACE)) return true;
    ended = ENDS.has(code) || (ended && CLOSING.has(code));
  }
  return false;
}

/** Words of a sentence: from the first to before the last, as places in the list of words. */
export type Sentence = readonly [from: number, to: number];

/** Whether all that stands behind a word, up to the next, is a dot of its own. */
function isDotted(text: string, { starts, ends }: Words, at: number): boolean {
  const [end = 0, next = 0] = [ends[at], starts[at + 1]];
  if (text.charCodeAt(end) !== DOT || endsSentence(text, end + 1, next)) return false;
  return isShortened(text.slice(starts[at], end), text.slice(next, ends[at + 1]));
}

/** Whether a sentence may end before this word; seldom, so that the dot is looked at last. */
function mayBegin(text: string, words: Words, at: number): boolean {
  const { starts, ends } = words;
  return endsSentence(text, ends[at - 1] ?? 0, starts[at] ?? 0) && !isDotted(text, words, at - 1);
}

/** The sentences of a folded text, in order; every word stands in one. */
export function sentencesOf(text: string, words: Words): readonly Sentence[] {
  const { starts, ends } = words;
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 1; at < starts.length; at += 1) {
    if ((ends[at - 1] ?? 0) - (starts[from] ?? 0) < SHORTEST || !mayBegin(text, words, at)) continue;
    sentences.push([from, at]);
    from = at;
  }
  if (from < starts.length) sentences.push([from, starts.length]);
  return sentences;
}
