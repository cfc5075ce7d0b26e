// The weights of the scorer as they are kept: a letter for each bucket, learned by test/screen/train.ts.
import { BUCKETS } from './features.ts';
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
  /** Whole steps, from -45 to 45. */
  readonly steps: Int8Array;
}

export function writeSteps(steps: Int8Array): string {
  return Array.from(steps, (step) => LETTERS[step + MIDDLE] ?? '').join('');
}

function readSteps(text: string): Int8Array {
  const values = new Int8Array(128);
  for (const [at, letter] of LETTERS.entries()) values[letter.charCodeAt(0)] = at - MIDDLE;
  const steps = new Int8Array(BUCKETS);
  for (let at = 0; at < text.length; at += 1) steps[at] = values[text.charCodeAt(at)] ?? 0;
  return steps;
}

/** Reads the weights that are kept. Throws where they are of another number than the buckets. */
export function readWeights(): Weights {
  if (kept.steps.length !== BUCKETS) throw new Error('weights.json: learn the weights again');
  return { bias: kept.bias, step: kept.step, steps: readSteps(kept.steps) };
}
