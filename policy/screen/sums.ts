// What goes into a layer of the net, and what the layer adds up of it. Most of the work that a real narrative makes is
// here, so that it reads its own arrays, of one kind, and touches each as seldom as it can.

/** What goes in, without what is zero. */
export interface Inputs {
  readonly values: Float64Array;
  /** Where the weights of each begin. */
  readonly rows: Int32Array;
  count: number;
}

/** Room for so many numbers. */
export function roomFor(numbers: number): Inputs {
  return { values: new Float64Array(numbers), rows: new Int32Array(numbers), count: 0 };
}

/** A run of numbers of a list. */
interface Run {
  readonly numbers: Float64Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes in a run of numbers, but for those that are zero.
 * @param channels what a layer makes of each number: its weights begin so many apart
 */
export function takeIn(into: Inputs, { numbers, from, to }: Run, channels: number): void {
  const { values, rows } = into;
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const value = numbers[at] ?? 0;
    if (value === 0) continue;
    values[count] = value;
    rows[count] = (at - from) * channels;
    count += 1;
  }
  into.count = count;
}

/** A number of a list; this function reads lists of one kind alone, so that it costs nothing. */
const of = (list: Float64Array, at: number): number => list[at] ?? 0;

interface Adding {
  readonly weights: Float64Array;
  readonly sums: Float64Array;
}

/** Channels that are summed side by side, without being written in between. */
const SIDE_BY_SIDE = 8;

/**
 * Eight channels, from this one on. Each adds up what goes in from first to last: in another order the sum would be
 * rounded otherwise, and a sentence at the limit judged otherwise.
 */
function addEight({ weights, sums }: Adding, channel: number, { values, rows, count }: Inputs): void {
  let [a, b, c, d] = [of(sums, channel), of(sums, channel + 1), of(sums, channel + 2), of(sums, channel + 3)];
  let [e, f, g, h] = [of(sums, channel + 4), of(sums, channel + 5), of(sums, channel + 6), of(sums, channel + 7)];
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
  sums[channel] = a;
  sums[channel + 1] = b;
  sums[channel + 2] = c;
  sums[channel + 3] = d;
  sums[channel + 4] = e;
  sums[channel + 5] = f;
  sums[channel + 6] = g;
  sums[channel + 7] = h;
}

/** Adds what a layer makes of what goes in to sums that begin with its bias; their number is a multiple of eight. */
export function addUp(weights: Float64Array, inputs: Inputs, sums: Float64Array): void {
  const adding = { weights, sums };
  for (let channel = 0; channel < sums.length; channel += SIDE_BY_SIDE) addEight(adding, channel, inputs);
}
