// What the words of a sentence weigh one by one and in pairs: a sum over the weights of its features.
import type { Coded } from './coded.ts';
import { eachAround, eachFeature, eachOwn } from './features.ts';
import type { Sentence } from './sentences.ts';
import type { Finding, ScreenField } from './verdict.ts';
import { readWeights, type Weights } from './weights.ts';

let weights: Weights | undefined;

/** A text that is weighed, and what its words weigh by themselves, in steps and by number of features. */
export interface Weighing {
  readonly coded: Coded;
  readonly field: ScreenField;
  /** Reckoned where a word stands first; 0 until then. */
  readonly ownSteps: Int32Array;
  readonly ownCounts: Int32Array;
}

export function weighing(coded: Coded, field: ScreenField): Weighing {
  const size = coded.hashes.length;
  return { coded, field, ownSteps: new Int32Array(size), ownCounts: new Int32Array(size) };
}

/** Reckons what a word weighs by itself, once for all places where it stands. */
function weighOwn({ coded, ownSteps, ownCounts }: Weighing, at: number, stepsOf: Weights['stepsOf']): void {
  eachOwn(coded, at, (bucket) => {
    ownSteps[at] = (ownSteps[at] ?? 0) + stepsOf(bucket);
    ownCounts[at] = (ownCounts[at] ?? 0) + 1;
  });
}

type Found = readonly Pick<Finding, 'category' | 'action'>[];

/** The natural logarithm of the odds that a sentence tells status. `findings`: what the lists found in it. */
export function weightOf(text: Weighing, sentence: Sentence, findings: Found): number {
  weights ??= readWeights();
  const { stepsOf, step, bias } = weights;
  const { coded, field, ownSteps, ownCounts } = text;
  let sum = 0;
  let count = 0;
  const take = (bucket: number): void => {
    sum += stepsOf(bucket);
    count += 1;
  };
  for (let at = sentence[0]; at < sentence[1]; at += 1) {
    const first = coded.firsts[at] ?? at;
    if (ownCounts[first] === 0) weighOwn(text, first, stepsOf);
    sum += ownSteps[first] ?? 0;
    count += ownCounts[first] ?? 0;
  }
  eachAround(coded, sentence, { field, findings, take });
  return bias + (sum * step) / Math.sqrt(Math.max(1, count));
}

/** What each word of a sentence adds, by its place in it. */
export function partsOf(
  { coded, field }: Pick<Weighing, 'coded' | 'field'>,
  sentence: Sentence,
  findings: Found,
): Float64Array {
  weights ??= readWeights();
  const { stepsOf, step } = weights;
  const each = new Float64Array(sentence[1] - sentence[0]);
  const take = (bucket: number, place: number): void => {
    const at = place - sentence[0];
    if (at >= 0) each[at] = (each[at] ?? 0) + stepsOf(bucket) * step;
  };
  eachFeature(coded, sentence, { field, findings, take });
  return each;
}
