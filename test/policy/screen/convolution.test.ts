import { describe, expect, it } from 'vitest';
import { CHANNELS, convolved, roomFor } from '../../../policy/screen/convolution.ts';

const [WIDTH, WORDS] = [48, 5];
/** Numbers that hold many digits, and a zero in every third place. */
const numbers = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, (_, at) => (at % 3 === 1 ? 0 : Math.sin(seed + at * 1.7)));

/** Each channel of each word, number after number. */
function summed(input: Float64Array, weights: Float64Array, bias: Float64Array): readonly number[] {
  return Array.from({ length: WORDS * CHANNELS }, (_, at) => {
    const [word, channel] = [Math.floor(at / CHANNELS), at % CHANNELS];
    const going = [...input.subarray(word * WIDTH, (word + 3) * WIDTH)];
    const add = (sum: number, value: number, part: number): number =>
      sum + value * (weights[part * CHANNELS + channel] ?? 0);
    return Math.max(0, going.reduce(add, bias[channel] ?? 0));
  });
}

describe('a layer of the net', () => {
  it('sums to the last digit what a plain sum gives, with nothing before the first word and behind the last', () => {
    const [weights, bias] = [numbers(3 * WIDTH * CHANNELS, 1), numbers(CHANNELS, 2)];
    const input = numbers((WORDS + 2) * WIDTH, 3)
      .fill(0, 0, WIDTH)
      .fill(0, (WORDS + 1) * WIDTH);
    const output = convolved(input, { weights, bias, width: WIDTH }, roomFor(WIDTH));
    expect([...output.subarray(CHANNELS, -CHANNELS)]).toEqual(summed(input, weights, bias));
    expect([...output.subarray(0, CHANNELS), ...output.subarray(-CHANNELS)].every((value) => value === 0)).toBe(true);
  });
});
