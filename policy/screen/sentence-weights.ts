// What each word of a sentence weighs, for and against: the scorer's answer to "why this sentence?".
import { shownWords, type ShownWords, type WordRun } from './around.ts';
import { code } from './coded.ts';
import { partsOf } from './linear.ts';
import type { Screened } from './phrase-matcher.ts';
import type { Finding } from './verdict.ts';

/** The words of a sentence that weigh most, the heaviest first. */
export interface SentenceWeights {
  readonly for: readonly ShownWords[];
  readonly against: readonly ShownWords[];
}

/** As many as can be read at a glance, and none that hardly weighs. */
const MOST = 3;
/** Most words of a sentence that tells status lean that way a little; few lean the other way. */
const LEAST = { for: 3, against: 1 };

/** Shorter words join others and say nothing alone. */
const SPEAKING = /^[a-z]{4}/;

const isWithin = (run: WordRun | null, at: number): boolean => run !== null && at >= run[0] && at < run[1];

/**
 * What weighed in a sentence. `findings` are those of the lists in it, which weigh as well; `besides` are words that are
 * explained elsewhere.
 */
export function sentenceWeights(
  text: Screened,
  sentence: WordRun,
  { findings, besides }: { readonly findings: readonly Finding[]; readonly besides: WordRun | null },
): SentenceWeights {
  const coded = code(text.words.texts, text.words.firsts);
  const parts = partsOf({ coded, field: text.field }, sentence, findings);
  const each = [...parts].map((weight, at) => ({ weight, at: sentence[0] + at }));
  const told = each.filter(({ at }) => SPEAKING.test(text.words.texts[at] ?? '') && !isWithin(besides, at));
  const shown = (heaviest: readonly { readonly at: number }[]): readonly ShownWords[] =>
    heaviest.slice(0, MOST).map(({ at }) => shownWords(text, [at, at + 1]));
  const sorted = told.toSorted((one, other) => other.weight - one.weight);
  return {
    for: shown(sorted.filter(({ weight }) => weight >= LEAST.for)),
    against: shown(sorted.filter(({ weight }) => weight <= -LEAST.against).toReversed()),
  };
}
