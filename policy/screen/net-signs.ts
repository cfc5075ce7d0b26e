// What the lists say of each word of a sentence, as the net reads it.
import type { Found, Screened } from './phrase-matcher.ts';
import { rangeOf } from './fold.ts';
import type { Sentence } from './sentences.ts';

const [DOUBTFUL, PLAIN, BORNE_OUT, SURE, WARNED, CLEAN] = [1, 2, 3, 4, 5, 6];

function signOf({ action, sure, doubtful, borneOut }: Found): number {
  if (action === 'warn') return WARNED;
  if (sure === true) return SURE;
  if (doubtful === true) return DOUBTFUL;
  return borneOut === true ? BORNE_OUT : PLAIN;
}

/** The heavier sign of two: a warning weighs less than any refusal. */
const RANK = [0, 3, 4, 5, 6, 1, 2];
const heavier = (one: number, other: number): number => ((RANK[one] ?? 0) < (RANK[other] ?? 0) ? other : one);

/** The first word from here on that ends behind a place of the text as given; words stand in order. */
function wordBehind({ folded, words }: Screened, [from, to]: Sentence, place: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rangeOf(folded, words.starts[middle] ?? 0, words.ends[middle] ?? 0)[1] > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Told {
  readonly found: readonly Found[];
  /** Not 0 for a word of a clean phrase; null where there is none. */
  readonly passed: Uint8Array | null;
}

function cleanSigns(passed: Told['passed'], [from, to]: Sentence): Uint8Array {
  if (passed === null) return new Uint8Array(to - from);
  return passed.slice(from, to).map((mark) => (mark === 0 ? 0 : CLEAN));
}

/** A sign for each word of a sentence: 0 nothing, 1 to 4 a phrase that blocks, 5 one that warns, 6 one that is clean. */
export function signsOf(text: Screened, sentence: Sentence, { found, passed }: Told): Uint8Array {
  const [from, to] = sentence;
  const { folded, words } = text;
  const signs = cleanSigns(passed, sentence);
  for (const one of found) {
    const sign = signOf(one);
    for (let at = wordBehind(text, sentence, one.start); at < to; at += 1) {
      if (rangeOf(folded, words.starts[at] ?? 0, words.ends[at] ?? 0)[0] >= one.end) break;
      signs[at - from] = heavier(signs[at - from] ?? 0, sign);
    }
  }
  return signs;
}
