// Tells at one look that a short text holds nothing of the lists: no word of theirs or near the topic, no number of an
// agency, nothing that could be read another way. Most names, places and times of a booking do not, and nothing more is asked of them.
import { mayMatter } from './kinds.ts';
import { mayBeMisspelt } from './spelling.ts';

/** Bits of a table; a power of two. Few words fall on the same bit, and those are only looked at more closely. */
const BITS = 65_536;
const PRIME = 0x01_00_01_93;
const OFFSET = 0x81_1c_9d_c5;
const SHORTEST_STEM = 3;
/** Digits that a number of an agency or of a form has at least, beside a letter. */
const FEWEST_DIGITS = 2;

const bitOf = (hash: number): number => (hash ^ (hash >>> 15)) & (BITS - 1);
const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

function hashOf(word: string): number {
  let hash = OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

function tableOf(words: Iterable<string>): Uint8Array {
  const table = new Uint8Array(BITS / 8);
  for (const word of words) {
    const bit = bitOf(hashOf(word));
    table[bit >> 3] = (table[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return table;
}

function has(table: Uint8Array, hash: number): boolean {
  const bit = bitOf(hash);
  return ((table[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}

const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
/** Spaces, and commas that a space follows: what stands between words that nobody hides. */
const [SPACE, COMMA] = [32, 44];

/** Words of letters alone with spaces between them, and numbers apart from them, can be told; all else is looked at. */
export class Telltale {
  readonly #words: Uint8Array;
  readonly #stems: Uint8Array;

  constructor(words: Iterable<string>, stems: Iterable<string>) {
    this.#words = tableOf(words);
    this.#stems = tableOf(stems);
  }

  /** False where nothing can be found in a folded text, true where somebody has to look. */
  mayTell(text: string): boolean {
    let digits = 0;
    let letters = 0;
    for (let at = 0; at < text.length;) {
      const unit = text.charCodeAt(at);
      const end = isLetter(unit) ? this.#wordEnd(text, at) : gapEnd(text, at);
      if (end < 0) return true;
      if (isLetter(unit)) letters += 1;
      else if (isDigit(unit)) digits += end - at;
      at = end;
    }
    return letters > 0 && digits >= FEWEST_DIGITS;
  }

  /** End of the word that begins here; -1 where it stands in the lists, or could be read as one that does. */
  #wordEnd(text: string, from: number): number {
    let end = from;
    while (isLetter(text.charCodeAt(end))) end += 1;
    if (end - from === 1 || isDigit(text.charCodeAt(end))) return -1;
    return this.#isListed(text, from, end) || mayBeMisspelt(text, from, end) ? -1 : end;
  }

  #isListed(text: string, from: number, end: number): boolean {
    let hash = OFFSET;
    for (let at = from; at < end; at += 1) {
      hash = mix(hash, text.charCodeAt(at));
      if (at - from + 1 >= SHORTEST_STEM && has(this.#stems, hash)) return true;
    }
    return has(this.#words, hash) || mayMatter(hash);
  }
}

/** End of a number, a space or a comma with its space; -1 for anything else, which may hide a word. */
function gapEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === SPACE) return at + 1;
  if (unit === COMMA) return at + 1 === text.length || text.charCodeAt(at + 1) === SPACE ? at + 1 : -1;
  if (!isDigit(unit)) return -1;
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return isLetter(text.charCodeAt(end)) ? -1 : end;
}
