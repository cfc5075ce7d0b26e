import { hashOf } from './kinds.ts';

/** So many words are looked at for one: whoever makes up words that all lead to one place gains nothing by it. */
const MOST_LOOKS = 16;

/**
 * Where each word of a text stands for the first time, so that what a word is by itself is worked out once. A table of
 * places, led to by the word's hash or taken one after the other from there; it lives as long as the text is read. A
 * word that finds no place in time counts as one that was not there before.
 */
export function firstsOf(words: readonly string[]): Int32Array {
  const firsts = new Int32Array(words.length);
  const last = 2 ** Math.ceil(Math.log2(2 * words.length + 2)) - 1;
  const table = new Int32Array(last + 1);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const hash = hashOf(word);
    let place = (hash ^ (hash >>> 15)) & last;
    firsts[at] = at;
    for (let look = 0; look < MOST_LOOKS; look += 1, place = (place + 1) & last) {
      const met = table[place] ?? 0;
      if (met === 0) table[place] = at + 1;
      else if (words[met - 1] !== word) continue;
      else firsts[at] = met - 1;
      break;
    }
  }
  return firsts;
}
