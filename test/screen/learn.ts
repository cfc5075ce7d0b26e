// Learns the weights of the scorer from labelled texts: naive Bayes, then logistic regression on what it leaves over
// (Wang and Manning 2012). The same texts give the same weights to the last bit.
import { BUCKETS, code } from '../../policy/screen/coded.ts';
import { eachFeature } from '../../policy/screen/features.ts';
import { readByLists } from '../../policy/screen/screen.ts';
import { rangeOfWords } from '../../policy/screen/scorer.ts';
import { sentencesOf } from '../../policy/screen/sentences.ts';
import { writeSteps } from '../../policy/screen/weights.ts';
import { readLabelled, type Labelled } from './labelled.ts';

/** A sentence as buckets, and whether it tells status. */
export interface Example {
  readonly buckets: Int32Array;
  readonly tells: boolean;
}

/** The sentences of a text. */
export function examplesOf({ text, field, spans }: Labelled): readonly Example[] {
  const { read, found } = readByLists(text, field);
  const coded = code(read.words.texts);
  return sentencesOf(read.folded.text, read.words).map((sentence) => {
    const place = rangeOfWords(read, sentence);
    const meets = (range: { readonly start: number; readonly end: number }): boolean =>
      range.start < place.end && range.end > place.start;
    const buckets: number[] = [];
    const take = (bucket: number): void => void buckets.push(bucket);
    eachFeature(coded, sentence, { field, findings: found.filter(meets), take });
    const tells = spans.some((span) => span.action === 'block' && meets(span));
    return { buckets: Int32Array.from(buckets), tells };
  });
}

export interface Learned {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** How it is learned: a bucket of fewer sentences than `least` counts nothing. */
const MANNER = { rounds: 12, rate: 0.3, decay: 1e-3, smoothing: 1, least: 2 } as const;
const BIAS_RATE = 0.02;

const at = (list: ArrayLike<number>, place: number): number => list[place] ?? 0;

/** In how many sentences a bucket stands, of those that tell and of all. */
interface Counts {
  readonly telling: Uint32Array;
  readonly all: Uint32Array;
}

function count(examples: readonly Example[]): Counts {
  const counts = { telling: new Uint32Array(BUCKETS), all: new Uint32Array(BUCKETS) };
  for (const { buckets, tells } of examples)
    for (const bucket of new Set(buckets)) {
      counts.all[bucket] = at(counts.all, bucket) + 1;
      counts.telling[bucket] = at(counts.telling, bucket) + Number(tells);
    }
  return counts;
}

/** Log of how much more often a bucket stands in sentences that tell. */
function bayes(examples: readonly Example[], { telling, all }: Counts): Float64Array {
  const { smoothing, least } = MANNER;
  const yes = examples.filter(({ tells }) => tells).length;
  const no = examples.length - yes;
  return Float64Array.from({ length: BUCKETS }, (_, bucket) => {
    if (at(all, bucket) < least) return 0;
    const inYes = (at(telling, bucket) + smoothing) / (yes + 2 * smoothing);
    return Math.log(inYes / ((at(all, bucket) - at(telling, bucket) + smoothing) / (no + 2 * smoothing)));
  });
}

/** The same order every time; a plain congruential generator. */
function shuffled<T>(items: readonly T[], seed: { value: number }): readonly T[] {
  const left = [...items];
  const out: T[] = [];
  while (left.length > 0) {
    seed.value = (Math.imul(seed.value, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    const place = Math.floor((seed.value / 0x80_00_00_00) * left.length);
    const [last, taken] = [left.pop(), left[place]];
    if (last === undefined) break;
    out.push(taken ?? last);
    if (place < left.length) left[place] = last;
  }
  return out;
}

function scaled({ bias, weights }: Learned, buckets: Int32Array): number {
  let sum = 0;
  for (const bucket of buckets) sum += at(weights, bucket);
  return bias + sum / Math.sqrt(Math.max(1, buckets.length));
}

/** Learns from one sentence after the other: each bucket takes a step of its own (Duchi and others 2011). */
class Learner implements Learned {
  bias = 0;
  readonly weights: Float64Array;
  readonly #own = new Float64Array(BUCKETS);
  readonly #steps = new Float64Array(BUCKETS).fill(1);
  readonly #seen: Uint32Array;

  constructor(examples: readonly Example[]) {
    const counts = count(examples);
    this.weights = bayes(examples, counts);
    this.#seen = counts.all;
  }

  take({ buckets, tells }: Example): void {
    const size = 1 / Math.sqrt(Math.max(1, buckets.length));
    const wrong = 1 / (1 + Math.exp(-scaled(this, buckets))) - Number(tells);
    this.bias -= BIAS_RATE * wrong;
    for (const bucket of buckets) if (at(this.#seen, bucket) >= MANNER.least) this.#move(bucket, wrong * size);
  }

  #move(bucket: number, wrong: number): void {
    const slope = wrong + MANNER.decay * at(this.#own, bucket);
    const sum = at(this.#steps, bucket) + slope * slope;
    const step = (MANNER.rate * slope) / Math.sqrt(sum);
    this.#steps[bucket] = sum;
    this.#own[bucket] = at(this.#own, bucket) - step;
    this.weights[bucket] = at(this.weights, bucket) - step;
  }
}

/** Learns from sentences in an order of its own; the same sentences give the same weights. */
export function learn(examples: readonly Example[]): Learned {
  const learner = new Learner(examples);
  const seed = { value: 1 };
  for (let round = 0; round < MANNER.rounds; round += 1)
    for (const example of shuffled(examples, seed)) learner.take(example);
  return learner;
}

const MOST = 45;
/** Weights of this many steps and more are rare, and are cut. */
const WIDEST = 9;

const STEP = WIDEST / MOST;
const stepsOf = (weight: number): number => Math.max(-MOST, Math.min(MOST, Math.round(weight / STEP)));

/** What a sentence weighs by weights as they are kept. */
export function weighed({ bias, weights }: Learned, { buckets }: Example): number {
  let sum = 0;
  for (const bucket of buckets) sum += stepsOf(at(weights, bucket)) * STEP;
  return bias + sum / Math.sqrt(Math.max(1, buckets.length));
}

/** The weights as they are kept; the same texts give the same text. */
export function learnWeights(): string {
  const texts = readLabelled('corpus').filter(({ split }) => split === 'train');
  const { bias, weights } = learn(texts.flatMap(examplesOf));
  const steps = Int8Array.from(weights, stepsOf);
  const kept = {
    note: 'Weights of the scorer, a letter for each bucket; written by test/screen/train.ts.',
    source: 'Learned from the train half of test/screen/corpus.',
    bias: Number(bias.toFixed(6)),
    step: STEP,
    steps: writeSteps(steps),
  };
  return `${JSON.stringify(kept, null, 2)}\n`;
}
