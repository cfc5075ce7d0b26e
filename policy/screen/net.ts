// Reads a sentence word by word, each beside its neighbours: layers of convolution over word vectors (Kim 2014), each but
// the first of which adds to what it reads.
// The scorer sums what single words and pairs weigh; this one reads how they stand together. Learned by
// test/screen/net-learn.py from the train half of test/screen/corpus; nothing of a text is kept.
import type { Coded } from './coded.ts';
import { addTo, CHANNELS, convolved, roomFor, tell, type Layer } from './convolution.ts';
import { mix, NUMBER, OFFSET } from './kinds.ts';
import kept from './net.json' with { type: 'json' };
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
  readonly fields: Float64Array;
  readonly layers: readonly Layer[];
  readonly word: Float64Array;
  readonly whole: Float64Array;
}

let net: Net | undefined;

function readNet(): Net {
  if (kept.table.letters.length !== ROWS * WIDTH) throw new Error('net.json: learn the net again');
  const { kinds, signs, fields, layers, word, whole } = kept;
  return {
    ...{ kinds: readLayer(kinds), signs: readLayer(signs), fields: readLayer(fields) },
    ...{ word: readLayer(word), whole: readLayer(whole) },
    layers: layers.map(({ weights, bias }, at) => ({
      ...{ weights: readLayer(weights), bias: readLayer(bias) },
      width: at === 0 ? WIDTH : CHANNELS,
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

/** The vectors of a sentence, an empty one before and after. */
function vectorsOf({ kinds, signs, fields }: Net, { coded, field, sentence, signsOf }: Readable): Float64Array {
  const [from, to] = sentence;
  const ofField = SCREEN_FIELDS.indexOf(field) * WIDTH;
  const vectors = new Float64Array((to - from + 2) * WIDTH);
  for (let at = from; at < to; at += 1) {
    const place = (at - from + 1) * WIDTH;
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

/** What the last layer makes of the highest numbers of all layers. */
function told(last: Float64Array, highest: Float64Array): number {
  let sum = last[highest.length] ?? 0;
  for (let at = 0; at < highest.length; at += 1) sum += (highest[at] ?? 0) * (last[at] ?? 0);
  return sum;
}

/** Reads a sentence; pure, linear in its words. Throws where net.json is of another size. */
export function readSentence(readable: Readable): NetReading {
  net ??= readNet();
  const last = net.word;
  const count = readable.sentence[1] - readable.sentence[0];
  const room = roomFor(Math.max(WIDTH, CHANNELS));
  const highest = new Float64Array(net.layers.length * CHANNELS);
  const words = new Float64Array(count).fill(last[highest.length] ?? 0);
  let input = vectorsOf(net, readable);
  for (const [at, layer] of net.layers.entries()) {
    const said = convolved(input, layer, room);
    for (let word = 1; word <= count; word += 1) {
      words[word - 1] = tell(said, word, { sum: words[word - 1] ?? 0, last, highest, part: at * CHANNELS });
    }
    input = at === 0 ? said : addTo(said, input);
  }
  return { whole: told(net.whole, highest), words };
}
