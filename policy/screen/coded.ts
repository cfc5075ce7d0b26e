// The words of a text as numbers: each word once, however often it stands there.
import { firstsOf } from './firsts.ts';
import { kindOfWord, mix, NUMBER, OFFSET } from './kinds.ts';

/** Buckets among the weights: as many for words as for runs of letters, each a power of two. */
export const BUCKETS = 524_288;
const GRAMS = BUCKETS / 2;
const MASK = GRAMS - 1;

/** Spreads what the last mixing left in the high bits alone. */
export function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & MASK;
}

const [SHORT_STEM, LONG_STEM] = [5, 7];

/** The words of a text as numbers. */
export interface Coded {
  readonly hashes: Int32Array;
  /** Of the first five and seven letters; 0 for a word of no more. */
  readonly shortStems: Int32Array;
  readonly longStems: Int32Array;
  /** 0 for a word of no kind. */
  readonly kinds: Int32Array;
  /** Buckets of the runs of letters, and where those of each word start and end; a word that comes again shares them. */
  readonly grams: Int32Array;
  readonly gramStarts: Int32Array;
  readonly gramEnds: Int32Array;
  /** Where the same word stands for the first time. */
  readonly firsts: Int32Array;
}

function codeWord(coded: Coded, at: number, word: string): void {
  let hash = OFFSET;
  let digits = 0;
  for (let letter = 0; letter < word.length; letter += 1) {
    const unit = word.charCodeAt(letter);
    if (letter === SHORT_STEM) coded.shortStems[at] = hash;
    if (letter === LONG_STEM) coded.longStems[at] = hash;
    if (unit < 58) digits += 1;
    hash = mix(hash, unit);
  }
  if (digits === word.length) {
    coded.shortStems[at] = 0;
    coded.longStems[at] = 0;
    coded.kinds[at] = NUMBER;
    coded.hashes[at] = mix(NUMBER, Math.min(9, digits));
    return;
  }
  coded.hashes[at] = hash;
  coded.kinds[at] = kindOfWord(hash);
}

const FOUR = mix(OFFSET, 25);
const [OPEN, CLOSE] = [60, 62];

/** Runs of four letters, the ends of the word among them; answers where the next word's begin. */
function codeGrams(grams: Int32Array, from: number, word: string): number {
  let next = from;
  let first = OPEN;
  let second = word.charCodeAt(0);
  let third = word.length > 1 ? word.charCodeAt(1) : CLOSE;
  for (let at = 2; at <= word.length; at += 1) {
    const fourth = at < word.length ? word.charCodeAt(at) : CLOSE;
    grams[next] = GRAMS + bucketOf(mix(mix(mix(mix(FOUR, first), second), third), fourth));
    next += 1;
    // One by one: a pair of brackets would make a list for each letter.
    first = second;
    second = third;
    third = fourth;
  }
  return next;
}

/** A word that stood before is what it was there. */
function copyWord(coded: Coded, at: number, first: number): void {
  const { hashes, shortStems, longStems, kinds, gramStarts, gramEnds } = coded;
  hashes[at] = hashes[first] ?? 0;
  shortStems[at] = shortStems[first] ?? 0;
  longStems[at] = longStems[first] ?? 0;
  kinds[at] = kinds[first] ?? 0;
  gramStarts[at] = gramStarts[first] ?? 0;
  gramEnds[at] = gramEnds[first] ?? 0;
}

/** Codes folded words; a number counts by how many digits it has. `firsts`: where each stands for the first time. */
export function code(words: readonly string[], firsts = firstsOf(words)): Coded {
  const list = (): Int32Array => new Int32Array(words.length);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const lists = { hashes: list(), shortStems: list(), longStems: list(), kinds: list() };
  const coded = { ...lists, gramStarts: list(), gramEnds: list(), firsts, grams: new Int32Array(letters) };
  let end = 0;
  for (let at = 0; at < words.length; at += 1) {
    const first = firsts[at] ?? at;
    if (first !== at) {
      copyWord(coded, at, first);
      continue;
    }
    const word = words[at] ?? '';
    codeWord(coded, at, word);
    coded.gramStarts[at] = end;
    if (coded.kinds[at] !== NUMBER) end = codeGrams(coded.grams, end, word);
    coded.gramEnds[at] = end;
  }
  return coded;
}
