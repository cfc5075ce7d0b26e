// Reads a sentence word by word, from the first one on and from the last one back, and remembers what it saw (a gated
// recurrent unit, Cho et al. 2014): each word is read beside all others.
// The scorer sums what single words and pairs weigh; this one reads how they stand together. Learned by
// test/screen/net-learn.py from the train half of test/screen/corpus; nothing of a text is kept.
import type { Coded } from './coded.ts';
import { mix, NUMBER, OFFSET } from './kinds.ts';
import { readNumbers, valueAt } from './net-letters.ts';
import kept from './net.json' with { type: 'json' };
import { MEMORY, recall, type Direction } from './recurrent.ts';
import type { Sentence } from './sentences.ts';
import { SCREEN_FIELDS, type ScreenField } from './verdict.ts';

/** Vectors of words and parts of words; numbers of one vector. */
const ROWS = 32_768;
const WIDTH = 32;

const MASK = ROWS - 1;
const rowOf = (hash: number): number => (hash ^ (hash >>> 15)) & MASK;
const salted = (salt: number): number => mix(OFFSET, salt);
const [WORD, SHORT, LONG, GRAM] = [salted(41), salted(42), salted(43), salted(44)];

const of = (list: ArrayLike<number>, at: number): number => list[at] ?? 0;

/** Which vectors make that of a word, and by which share: the word, its two beginnings, and its runs of four letters. */
export function eachRow(coded: Coded, at: number, take: (row: number, share: number) => void): void {
  take(rowOf(mix(WORD, of(coded.hashes, at))), 1);
  if (coded.kinds[at] === NUMBER) return;
  const [short, long] = [of(coded.shortStems, at), of(coded.longStems, at)];
  if (short !== 0) take(rowOf(mix(SHORT, short)), 1);
  if (long !== 0) take(rowOf(mix(LONG, long)), 1);
  const [first, end] = [of(coded.gramStarts, at), of(coded.gramEnds, at)];
  for (let gram = first; gram < end; gram += 1) take(rowOf(mix(GRAM, of(coded.grams, gram))), 1 / (end - first));
}

interface Net {
  readonly kinds: Float64Array;
  readonly signs: Float64Array;
  readonly fields: Float64Array;
  /** From the first word on, and from the last one back. */
  readonly ways: readonly Direction[];
  readonly word: Float64Array;
  readonly whole: Float64Array;
}

let net: Net | undefined;

function readNet(): Net {
  if (kept.table.letters.length !== ROWS * WIDTH) throw new Error('net.json: learn the net again');
  const { kinds, signs, fields, ways, word, whole } = kept;
  return {
    ...{ kinds: readNumbers(kinds), signs: readNumbers(signs), fields: readNumbers(fields) },
    ...{ word: readNumbers(word), whole: readNumbers(whole) },
    ways: ways.map(({ seen, seenBias, remembered, rememberedBias }) => ({
      ...{ seen: readNumbers(seen), seenBias: readNumbers(seenBias) },
      ...{ remembered: readNumbers(remembered), rememberedBias: readNumbers(rememberedBias) },
    })),
  };
}

/** Adds a vector of a layer to that of a word. */
function add(
  into: Float64Array,
  to: number,
  { of: list, at }: { readonly of: Float64Array; readonly at: number },
): void {
  for (let next = 0; next < WIDTH; next += 1) into[to + next] = (into[to + next] ?? 0) + (list[at + next] ?? 0);
}

/** Adds a share of a vector of the table, whose numbers are read when they are asked for. */
function addRow(
  into: Float64Array,
  to: number,
  { row, share }: { readonly row: number; readonly share: number },
): void {
  const { letters } = kept.table;
  const from = row * WIDTH;
  for (let at = 0; at < WIDTH; at += 1) into[to + at] = (into[to + at] ?? 0) + valueAt(letters, from + at) * share;
}

/** The vectors of a sentence. */
function vectorsOf({ kinds, signs, fields }: Net, { coded, field, sentence, signsOf }: Readable): Float64Array {
  const [from, to] = sentence;
  const ofField = SCREEN_FIELDS.indexOf(field) * WIDTH;
  const vectors = new Float64Array((to - from) * WIDTH);
  for (let at = from; at < to; at += 1) {
    const place = (at - from) * WIDTH;
    eachRow(coded, at, (row, share) => {
      addRow(vectors, place, { row, share: share * kept.table.step });
    });
    add(vectors, place, { of: kinds, at: of(coded.kinds, at) * WIDTH });
    add(vectors, place, { of: fields, at: ofField });
    add(vectors, place, { of: signs, at: of(signsOf, at - from) * WIDTH });
  }
  return vectors;
}

/** A sentence, its words as numbers, the kind of box it stands in, and the sign of the lists on each of its words. */
export interface Readable {
  readonly field: ScreenField;
  readonly coded: Coded;
  readonly sentence: Sentence;
  readonly signsOf: Uint8Array;
}

/** How much a sentence tells status as a whole, and each of its words; natural logarithms of odds. */
export interface NetReading {
  readonly whole: number;
  readonly words: Float64Array;
}

/** What is made of what is remembered at each word. */
interface Telling {
  readonly last: Float64Array;
  readonly words: Float64Array;
  readonly highest: Float64Array;
  /** Where the numbers of this way begin in `last` and `highest`. */
  readonly part: number;
}

/** Adds what the last layer makes of each word to `words`, and keeps the highest of each number. */
function tell(recalled: Float64Array, { last, words, highest, part }: Telling): void {
  for (let word = 0; word < words.length; word += 1) {
    const from = word * MEMORY;
    let sum = of(words, word);
    for (let at = 0; at < MEMORY; at += 1) {
      const value = of(recalled, from + at);
      sum += value * of(last, part + at);
      highest[part + at] = Math.max(of(highest, part + at), value);
    }
    words[word] = sum;
  }
}

/** What the last layer makes of the highest numbers. */
function told(last: Float64Array, highest: Float64Array): number {
  let sum = of(last, highest.length);
  for (let at = 0; at < highest.length; at += 1) sum += of(highest, at) * of(last, at);
  return sum;
}

/** Reads a sentence; pure, linear in its words. Throws where net.json is of another size. */
export function readSentence(readable: Readable): NetReading {
  net ??= readNet();
  const { word: last, whole, ways } = net;
  const vectors = vectorsOf(net, readable);
  const highest = new Float64Array(last.length - 1).fill(Number.NEGATIVE_INFINITY);
  const words = new Float64Array(readable.sentence[1] - readable.sentence[0]).fill(of(last, highest.length));
  for (const [at, way] of ways.entries()) {
    tell(recall(vectors, way, { width: WIDTH, back: at > 0 }), { last, words, highest, part: at * MEMORY });
  }
  return { whole: told(whole, highest), words };
}
