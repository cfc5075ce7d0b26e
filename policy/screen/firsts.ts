import { hashOf } from './kinds.ts';

/**
 * Where each word of a text stands for the first time, so that what a word is by itself is worked out once. A table of
 * places, led to by the word's hash or taken one after the other from there; it lives as long as the text is read.
 */
export function firstsOf(words: readonly string[]): Int32Array {
  const firsts = new Int32Array(words.length);
  const size = 2 ** Math.ceil(Math.log2(2 * words.length + 2));
  const table = new Int32Array(size);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const hash = hashOf(word);
    let place = (hash ^ (hash >>> 15)) & (size - 1);
    while (table[place] !== 0 && words[(table[place] ?? 0) - 1] !== word) place = (place + 1) & (size - 1);
    if (table[place] === 0) table[place] = at + 1;
    firsts[at] = (table[place] ?? 0) - 1;
  }
  return firsts;
}
