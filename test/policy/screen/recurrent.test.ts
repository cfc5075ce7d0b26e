import { describe, expect, it } from 'vitest';
import { MEMORY, recall, type Direction } from '../../../policy/screen/recurrent.ts';

const [WIDTH, WORDS] = [16, 5];
/** Numbers that hold many digits, and a zero in every third place. */
const numbers = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, (_, at) => (at % 3 === 1 ? 0 : Math.sin(seed + at * 1.7) / 4));

const way: Direction = {
  ...{ seen: numbers(WIDTH * 3 * MEMORY, 1), seenBias: numbers(3 * MEMORY, 2) },
  ...{ remembered: numbers(MEMORY * 3 * MEMORY, 3), rememberedBias: numbers(3 * MEMORY, 4) },
};
const input = numbers(WORDS * WIDTH, 5);

/** One gate of a word, number after number. */
function gate(weights: Float64Array, bias: Float64Array, given: readonly number[]): readonly number[] {
  const add = (channel: number) => (sum: number, value: number, at: number) =>
    sum + value * (weights[at * 3 * MEMORY + channel] ?? 0);
  return Array.from(bias, (first, channel) => given.reduce(add(channel), first));
}

/** As PyTorch writes it down: what is kept, what is updated, what is new. */
function plain(words: readonly number[][]): readonly number[] {
  const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
  let memory = Array.from({ length: MEMORY }, () => 0);
  return words.flatMap((word) => {
    const seen = gate(way.seen, way.seenBias, word);
    const remembered = gate(way.remembered, way.rememberedBias, memory);
    const part = (list: readonly number[], place: number, at: number): number => list[place * MEMORY + at] ?? 0;
    memory = memory.map((old, at) => {
      const [keep, update] = [0, 1].map((place) => sigmoid(part(seen, place, at) + part(remembered, place, at)));
      const fresh = Math.tanh(part(seen, 2, at) + (keep ?? 0) * part(remembered, 2, at));
      return (1 - (update ?? 0)) * fresh + (update ?? 0) * old;
    });
    return memory;
  });
}

const wordAt = (at: number): number[] => [...input.subarray(at * WIDTH, (at + 1) * WIDTH)];

describe('what the net remembers from word to word', () => {
  it.each([
    ['from the first word on', false],
    ['from the last word back', true],
  ])('is what a gated recurrent unit remembers %s', (_, back) => {
    const order = Array.from({ length: WORDS }, (_word, at) => (back ? WORDS - 1 - at : at));
    const expected = plain(order.map(wordAt));
    const output = recall(input, way, { width: WIDTH, back });
    const far = order.filter((word, step) => {
      const own = output.subarray(word * MEMORY, (word + 1) * MEMORY);
      return own.some((value, at) => Math.abs(value - (expected[step * MEMORY + at] ?? Number.NaN)) > 1e-12);
    });
    expect(output).toHaveLength(WORDS * MEMORY);
    expect(far).toEqual([]);
  });
});
