// A layer of the net: each word beside its two neighbours (Kim 2014). Most of the work that a real narrative makes is
// here, so that it reads its own arrays, of one kind, and touches each as seldom as it can.

/** What a layer passes on of each word, and how many words it reads for one. */
export const CHANNELS = 64;
const REACH = 3;

export interface Layer {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  /** Numbers of a word that goes in. */
  readonly width: number;
}

/** What goes in for one word, without what is zero: half of what a layer says is. */
export interface Inputs {
  readonly values: Float64Array;
  /** Where the weights of each begin. */
  readonly rows: Int32Array;
}

/** Fills in the numbers of a word and its neighbours; answers how many. */
function gather(input: Float64Array, { from, to }: WordRange, { values, rows }: Inputs): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const value = input[at] ?? 0;
    if (value === 0) continue;
    values[count] = value;
    rows[count] = (at - from) * CHANNELS;
    count += 1;
  }
  return count;
}

interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** A number of a list; this function reads lists of one kind alone, so that it costs nothing. */
const of = (list: Float64Array, at: number): number => list[at] ?? 0;

/** Channels that are summed side by side, without being written in between. */
const SIDE_BY_SIDE = 8;

/**
 * Eight channels of a word, from this one on. Each adds up what goes in from first to last: in another order the sum
 * would be rounded otherwise, and a sentence at the limit judged otherwise.
 */
function sumEight({ weights, bias }: Layer, channel: number, { values, rows, count, output, to }: Sums): void {
  let [a, b, c, d] = [of(bias, channel), of(bias, channel + 1), of(bias, channel + 2), of(bias, channel + 3)];
  let [e, f, g, h] = [of(bias, channel + 4), of(bias, channel + 5), of(bias, channel + 6), of(bias, channel + 7)];
  for (let next = 0; next < count; next += 1) {
    const value = of(values, next);
    const at = (rows[next] ?? 0) + channel;
    a += value * of(weights, at);
    b += value * of(weights, at + 1);
    c += value * of(weights, at + 2);
    d += value * of(weights, at + 3);
    e += value * of(weights, at + 4);
    f += value * of(weights, at + 5);
    g += value * of(weights, at + 6);
    h += value * of(weights, at + 7);
  }
  const from = to + channel;
  output[from] = Math.max(0, a);
  output[from + 1] = Math.max(0, b);
  output[from + 2] = Math.max(0, c);
  output[from + 3] = Math.max(0, d);
  output[from + 4] = Math.max(0, e);
  output[from + 5] = Math.max(0, f);
  output[from + 6] = Math.max(0, g);
  output[from + 7] = Math.max(0, h);
}

interface Sums extends Inputs {
  readonly count: number;
  readonly output: Float64Array;
  /** Where the channels of the word begin. */
  readonly to: number;
}

/** Room for what goes into a layer for one word. */
export function roomFor(width: number): Inputs {
  return { values: new Float64Array(REACH * width), rows: new Int32Array(REACH * width) };
}

/** What a layer makes of each word and its two neighbours; nothing below zero. An empty one before and after. */
export function convolved(input: Float64Array, layer: Layer, { values, rows }: Inputs): Float64Array {
  const { width } = layer;
  const words = input.length / width - 2;
  const output = new Float64Array((words + 2) * CHANNELS);
  for (let word = 1; word <= words; word += 1) {
    const count = gather(input, { from: (word - 1) * width, to: (word - 1 + REACH) * width }, { values, rows });
    const sums = { values, rows, count, output, to: word * CHANNELS };
    for (let channel = 0; channel < CHANNELS; channel += SIDE_BY_SIDE) sumEight(layer, channel, sums);
  }
  return output;
}

/** Adds what a layer says to what went into it: the next one reads both. */
export function addTo(said: Float64Array, input: Float64Array): Float64Array {
  const sum = new Float64Array(said.length);
  for (let at = 0; at < sum.length; at += 1) sum[at] = (said[at] ?? 0) + (input[at] ?? 0);
  return sum;
}

/**
 * Adds what a last layer makes of what one layer says of a word to a sum, and keeps the highest of each channel.
 * @param part where the channels of that layer begin in `last` and `highest`
 */
export function tell(said: Float64Array, word: number, { sum, last, highest, part }: Telling): number {
  let told = sum;
  const from = word * CHANNELS;
  for (let at = 0; at < CHANNELS; at += 1) {
    const value = said[from + at] ?? 0;
    told += value * (last[part + at] ?? 0);
    highest[part + at] = Math.max(highest[part + at] ?? 0, value);
  }
  return told;
}

interface Telling {
  readonly sum: number;
  readonly last: Float64Array;
  readonly highest: Float64Array;
  readonly part: number;
}
