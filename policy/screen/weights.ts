// The weights of the scorer as they are kept: a letter for each bucket, learned by test/screen/train.ts.
import { BUCKETS } from './coded.ts';
import kept from './weights.json' with { type: 'json' };

/** Printable letters that JSON writes as they are; the one in the middle stands for nothing. */
const LETTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .slice(0, 91);
const MIDDLE = 45;

/** A weight for every bucket, in steps, and what a sentence without any weighs. */
export interface Weights {
  readonly bias: number;
  readonly step: number;
  /** Whole steps of a bucket, from -45 to 45. */
  readonly stepsOf: (bucket: number) => number;
}

export function writeSteps(steps: Int8Array): string {
  return Array.from(steps, (step) => LETTERS[step + MIDDLE] ?? '').join('');
}

/** Reads the weights that are kept, each when it is asked for. Throws where they are of another number than the buckets. */
export function readWeights(): Weights {
  const { bias, step, steps } = kept;
  if (steps.length !== BUCKETS) throw new Error('weights.json: learn the weights again');
  const values = new Int8Array(128);
  for (const [at, letter] of LETTERS.entries()) values[letter.charCodeAt(0)] = at - MIDDLE;
  return { bias, step, stepsOf: (bucket) => values[steps.charCodeAt(bucket)] ?? 0 };
}
