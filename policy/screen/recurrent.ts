// A layer of the net that reads a sentence from one end to the other and remembers what it saw: a gated recurrent unit
// (Cho et al. 2014), as PyTorch reckons it.
import { addUp, roomFor, takeIn } from './sums.ts';

/** What is remembered from word to word. */
export const MEMORY = 56;
/** What is kept of it, what is forgotten, and what is new. */
const PARTS = 3 * MEMORY;

/** Weights for what is seen of a word and for what is remembered, number after number, and a bias for each. */
export interface Direction {
  readonly seen: Float64Array;
  readonly seenBias: Float64Array;
  readonly remembered: Float64Array;
  readonly rememberedBias: Float64Array;
}

const of = (list: Float64Array, at: number): number => list[at] ?? 0;
const share = (value: number): number => 1 / (1 + Math.exp(-value));

interface Sums {
  readonly seen: Float64Array;
  readonly remembered: Float64Array;
}

/** Reckons the memory after a word from that before it. */
function remember(memory: Float64Array, { seen, remembered }: Sums): void {
  for (let at = 0; at < MEMORY; at += 1) {
    const [keep, update, fresh] = [at, MEMORY + at, 2 * MEMORY + at];
    const kept = share(of(seen, keep) + of(remembered, keep));
    const old = share(of(seen, update) + of(remembered, update));
    const found = Math.tanh(of(seen, fresh) + kept * of(remembered, fresh));
    memory[at] = found + old * (of(memory, at) - found);
  }
}

/**
 * What is remembered at each word, from the first one on or from the last one back.
 * @param input numbers of the words, `width` of each; `MEMORY` of each come out
 */
export function recall(
  input: Float64Array,
  { seen, seenBias, remembered, rememberedBias }: Direction,
  { width, back }: { readonly width: number; readonly back: boolean },
): Float64Array {
  const words = input.length / width;
  const output = new Float64Array(words * MEMORY);
  const sums = { seen: new Float64Array(PARTS), remembered: new Float64Array(PARTS) };
  const memory = new Float64Array(MEMORY);
  const inputs = roomFor(Math.max(width, MEMORY));
  for (let step = 0; step < words; step += 1) {
    const word = back ? words - 1 - step : step;
    sums.seen.set(seenBias);
    takeIn(inputs, { numbers: input, from: word * width, to: (word + 1) * width }, PARTS);
    addUp(seen, inputs, sums.seen);
    sums.remembered.set(rememberedBias);
    takeIn(inputs, { numbers: memory, from: 0, to: MEMORY }, PARTS);
    addUp(remembered, inputs, sums.remembered);
    remember(memory, sums);
    output.set(memory, word * MEMORY);
  }
  return output;
}
