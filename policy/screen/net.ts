// Reads a sentence word by word, each beside its neighbours: two layers of convolution over word vectors (Kim 2014).
// The scorer sums what single words and pairs weigh; this one reads how they stand together. Learned by
// test/screen/net-learn.py from the train half of test/screen/corpus; nothing of a text is kept.
import type { Coded } from './coded.ts';
import { mix, NUMBER, OFFSET } from './kinds.ts';
import kept from './net.json' with { type: 'json' };
import type { Sentence } from './sentences.ts';

/** Vectors of words and parts of words; numbers of one vector; what each layer passes on. */
const ROWS = 32_768;
const WIDTH = 32;
const CHANNELS = 48;
const REACH = 3;

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

/** Printable letters that JSON writes as they are; the one in the middle stands for nothing. */
const LETTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .slice(0, 91);
const MIDDLE = 45;
const VALUES = new Int8Array(128);
for (const [at, letter] of LETTERS.entries()) VALUES[letter.charCodeAt(0)] = at - MIDDLE;
/** A number of a layer has two letters: whole steps of so many, and single ones. */
const LARGE = 91;

/** Numbers as letters: one each from -45 to 45, two each from -4,140 to 4,140. */
export function writeNumbers(steps: readonly number[], letters: 1 | 2): string {
  if (letters === 1) return steps.map((step) => LETTERS[step + MIDDLE] ?? '').join('');
  return steps
    .map((step) => {
      const large = Math.round(step / LARGE);
      return `${LETTERS[large + MIDDLE] ?? ''}${LETTERS[step - large * LARGE + MIDDLE] ?? ''}`;
    })
    .join('');
}

const valueAt = (text: string, at: number): number => VALUES[text.charCodeAt(at)] ?? 0;

function readLayer({ step, letters }: { readonly step: number; readonly letters: string }): Float64Array {
  return Float64Array.from(
    { length: letters.length / 2 },
    (_, at) => (valueAt(letters, 2 * at) * LARGE + valueAt(letters, 2 * at + 1)) * step,
  );
}

interface Net {
  readonly kinds: Float64Array;
  readonly signs: Float64Array;
  readonly first: Float64Array;
  readonly firstBias: Float64Array;
  readonly second: Float64Array;
  readonly secondBias: Float64Array;
  readonly word: Float64Array;
  readonly whole: Float64Array;
}

let net: Net | undefined;

function readNet(): Net {
  if (kept.table.letters.length !== ROWS * WIDTH) throw new Error('net.json: learn the net again');
  const { kinds, signs, first, firstBias, second, secondBias, word, whole } = kept;
  return {
    ...{ kinds: readLayer(kinds), signs: readLayer(signs), word: readLayer(word), whole: readLayer(whole) },
    ...{ first: readLayer(first), firstBias: readLayer(firstBias) },
    ...{ second: readLayer(second), secondBias: readLayer(secondBias) },
  };
}

/** Adds a run of numbers to another. */
function add(into: Float64Array, from: number, { of: list, at, size = 1 }: Added): void {
  for (let next = 0; next < WIDTH; next += 1) into[from + next] = of(into, from + next) + of(list, at + next) * size;
}

interface Added {
  readonly of: Float64Array;
  readonly at: number;
  readonly size?: number;
}

const row = new Float64Array(WIDTH);

/** A vector of the table, read when it is asked for; the next one takes its place. */
function rowAt(place: number): Float64Array {
  const { letters } = kept.table;
  for (let at = 0; at < WIDTH; at += 1) row[at] = valueAt(letters, place * WIDTH + at);
  return row;
}

/** The vectors of a sentence, an empty one before and after. */
function vectorsOf({ kinds, signs }: Net, { coded, sentence, signsOf }: Readable): Float64Array {
  const [from, to] = sentence;
  const vectors = new Float64Array((to - from + 2) * WIDTH);
  for (let at = from; at < to; at += 1) {
    const place = (at - from + 1) * WIDTH;
    eachRow(coded, at, (which, share) => {
      add(vectors, place, { of: rowAt(which), at: 0, size: share * kept.table.step });
    });
    add(vectors, place, { of: kinds, at: of(coded.kinds, at) * WIDTH });
    add(vectors, place, { of: signs, at: of(signsOf, at - from) * WIDTH });
  }
  return vectors;
}

interface Layer {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  /** Numbers of a word that goes in. */
  readonly width: number;
}

/** Adds a share of one number that goes in to every channel. Reads its own arrays, of one kind: most of the work is here. */
function spread(output: Float64Array, to: number, { weights, from, value }: Spread): void {
  for (let at = 0; at < CHANNELS; at += 1) output[to + at] = (output[to + at] ?? 0) + value * (weights[from + at] ?? 0);
}

interface Spread {
  readonly weights: Float64Array;
  readonly from: number;
  readonly value: number;
}

/** What a layer makes of each word and its two neighbours; nothing below zero. An empty one before and after. */
function convolved(input: Float64Array, words: number, { weights, bias, width }: Layer): Float64Array {
  const output = new Float64Array((words + 2) * CHANNELS);
  for (let word = 1; word <= words; word += 1) {
    const to = word * CHANNELS;
    output.set(bias, to);
    for (let part = 0; part < REACH * width; part += 1) {
      const value = input[(word - 1) * width + part] ?? 0;
      if (value !== 0) spread(output, to, { weights, from: part * CHANNELS, value });
    }
    for (let at = to; at < to + CHANNELS; at += 1) output[at] = Math.max(0, output[at] ?? 0);
  }
  return output;
}

/** A sentence, its words as numbers, and the sign of the lists on each of its words. */
export interface Readable {
  readonly coded: Coded;
  readonly sentence: Sentence;
  readonly signsOf: Uint8Array;
}

/** How much a sentence tells status as a whole, and each of its words; natural logarithms of odds. */
export interface NetReading {
  readonly whole: number;
  readonly words: Float64Array;
}

/** What the last layer makes of what both layers say, in order of the layers. */
function told(last: Float64Array, both: Float64Array): number {
  let sum = of(last, both.length);
  for (let at = 0; at < both.length; at += 1) sum += of(both, at) * of(last, at);
  return sum;
}

/** Reads a sentence; pure, linear in its words. Throws where net.json is of another size. */
export function readSentence(readable: Readable): NetReading {
  net ??= readNet();
  const count = readable.sentence[1] - readable.sentence[0];
  const first = convolved(vectorsOf(net, readable), count, { weights: net.first, bias: net.firstBias, width: WIDTH });
  const second = convolved(first, count, { weights: net.second, bias: net.secondBias, width: CHANNELS });
  const highest = new Float64Array(2 * CHANNELS);
  const words = new Float64Array(count);
  const both = new Float64Array(2 * CHANNELS);
  for (let word = 1; word <= count; word += 1) {
    both.set(first.subarray(word * CHANNELS, (word + 1) * CHANNELS));
    both.set(second.subarray(word * CHANNELS, (word + 1) * CHANNELS), CHANNELS);
    words[word - 1] = told(net.word, both);
    for (let at = 0; at < both.length; at += 1) highest[at] = Math.max(of(highest, at), of(both, at));
  }
  return { whole: told(net.whole, highest), words };
}
