// The score of a sentence: what its words weigh one by one, and how the net reads them together.
import { signsOf } from './net-signs.ts';
import kept from './net.json' with { type: 'json' };
import { readSentence } from './net.ts';
import type { Coded } from './coded.ts';
import type { Found, Screened } from './phrase-matcher.ts';
import type { Sentence } from './sentences.ts';

/**
 * A sentence that weighs less, by how close to the topic its closest word is, is not read by the net where the lists
 * block nothing in it: of the labelled texts that tell status one in 5,000 is lost so and as many clean ones are spared,
 * and nineteen of twenty words of an ordinary narrative cost nothing.
 */
const LEAST = [-1, -1.5, -2] as const;
/** What the net makes of such a sentence, more or less. */
const UNREAD = -4;

const { linear, whole, word, bias } = kept.mixture;

interface Known {
  readonly coded: Coded;
  readonly found: readonly Found[];
  /** What the words of the sentence weigh one by one. */
  readonly weight: number;
  readonly close: 0 | 1 | 2;
  /** Marks words that are passed over: those of clean phrases; null for none. */
  readonly passed: Uint8Array | null;
}

function mayTell({ weight, close, found }: Known): boolean {
  return weight >= LEAST[close] || found.some(({ action }) => action === 'block');
}

/** Natural logarithm of the odds that a sentence tells status. */
export function weighTogether(text: Screened, sentence: Sentence, known: Known): number {
  const { weight, coded, found, passed } = known;
  if (!mayTell(known)) return linear * weight + (whole + word) * UNREAD + bias;
  const signs = signsOf(text, sentence, { found, passed });
  const read = readSentence({ coded, field: text.field, sentence, signsOf: signs });
  const clip = (value: number): number => Math.max(-12, Math.min(12, value));
  const highest = read.words.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return linear * clip(weight) + whole * clip(read.whole) + word * clip(highest) + bias;
}
