import { hashOf } from './kinds.ts';

/** So many words are looked at for one: whoever makes up words that all lead to one place gains nothing by it. */
const MOST_LOOKS = 16;

/**
 * Where each word of a text stands for the first time, so that what a word is by itself is worked out once. A table of
 * places, led to by the word's hash or taken one after the other from there; it lives as long as the text is read. A
 * word that finds no place in time counts as one that was not there before.
 */
export class Firsts {
  readonly #words: readonly string[];
  readonly #last: number;
  readonly #table: Int32Array;

  /** @param words filled before each is looked for; @param most how many there will be at most */
  constructor(words: readonly string[], most: number) {
    this.#words = words;
    this.#last = 2 ** Math.ceil(Math.log2(2 * most + 2)) - 1;
    this.#table = new Int32Array(this.#last + 1);
  }

  /** Where the word at this place stands first. @param hash the word's, by `hashOf` */
  of(at: number, hash: number): number {
    const [words, table, last] = [this.#words, this.#table, this.#last];
    let place = (hash ^ (hash >>> 15)) & last;
    for (let look = 0; look < MOST_LOOKS; look += 1, place = (place + 1) & last) {
      const met = table[place] ?? 0;
      if (met === 0) {
        table[place] = at + 1;
        return at;
      }
      if (words[met - 1] === words[at]) return met - 1;
    }
    return at;
  }
}

/** Where each of these words stands for the first time among them. */
export function firstsOf(words: readonly string[]): Int32Array {
  const firsts = new Firsts(words, words.length);
  return Int32Array.from(words, (word, at) => firsts.of(at, hashOf(word)));
}
