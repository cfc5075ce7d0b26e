// The score of a sentence: what its words weigh one by one, and how the net reads them together.
import { signsOf } from './net-signs.ts';
import kept from './net.json' with { type: 'json' };
import { readSentence } from './net.ts';
import type { Coded } from './coded.ts';
import type { Found, Screened } from './phrase-matcher.ts';
import type { Sentence } from './sentences.ts';

/**
 * A sentence that weighs less is not read by the net: of those that tell status one in 2,500 is above the limit all the
 * same, and four of five ordinary ones cost nothing.
 */
const LEAST = -2;
/** What the net makes of such a sentence, more or less. */
const UNREAD = -4;

const { linear, whole, word, bias } = kept.mixture;

interface Known {
  readonly coded: Coded;
  readonly found: readonly Found[];
  /** Marks words that are passed over: those of clean phrases; null for none. */
  readonly passed: Uint8Array | null;
}

/**
 * Natural logarithm of the odds that a sentence tells status; one in which the lists found something is always read.
 * @param known `weight`: what the words of the sentence weigh one by one
 */
export function weighTogether(text: Screened, sentence: Sentence, known: Known & { readonly weight: number }): number {
  const { weight, coded, found, passed } = known;
  if (weight < LEAST && found.length === 0) return linear * weight + (whole + word) * UNREAD + bias;
  const signs = signsOf(text, sentence, { found, passed });
  const read = readSentence({ coded, field: text.field, sentence, signsOf: signs });
  const clip = (value: number): number => Math.max(-12, Math.min(12, value));
  const highest = read.words.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return linear * clip(weight) + whole * clip(read.whole) + word * clip(highest) + bias;
}
