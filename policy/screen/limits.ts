// From which weight on a sentence tells status, and below which a phrase of the lists in it is about something else.
import type { Found } from './phrase-matcher.ts';
import type { ScreenField } from './verdict.ts';

/** Fields that hold sentences, and those that hold a few words. */
const PROSE: readonly ScreenField[] = ['narrative', 'property', 'remarks', 'medical', 'reason'];
const SHORT: ReadonlySet<ScreenField> = new Set(['title', 'file-name', 'search']);
const WEIGHED: ReadonlySet<ScreenField> = new Set([...PROSE, ...SHORT]);
/** Boxes in which two words tell enough. */
const BOXES_OF_WORDS: ReadonlySet<ScreenField> = new Set(['address', 'agency']);
/** Text of these fields must never be lost: more is asked. */
const WARY: ReadonlySet<ScreenField> = new Set(['medical', 'property']);

export function isWeighed(field: ScreenField): boolean {
  return WEIGHED.has(field);
}

/** A code is a name that somebody gave: it means what its list says, and its words are in no company. */
export function isJudged(field: ScreenField): boolean {
  return field !== 'code';
}

/** As many words at least that are spoken make a sentence; of fewer nothing can be told: two are the name of somebody. */
export function fewestWords(field: ScreenField): number {
  return SHORT.has(field) || BOXES_OF_WORDS.has(field) ? 2 : 3;
}

/**
 * `tells`: from here on a sentence tells status though no phrase of the lists does: one without a word that is close to
 * the topic, one with a word near it, one with a word of it. `doubtful`: below this a phrase with many other meanings is
 * about something else, and below `doubted` any other phrase.
 */
export interface Limits {
  readonly tells: readonly [far: number, near: number, close: number];
  readonly doubtful: number;
  readonly doubted: number;
}

/** For a sentence of many words, and for one of few, which says little. */
interface LimitsByLength {
  readonly many: Limits;
  readonly few: Limits;
}

// Half of the way to what one family in five would have, scored by weights and a net that were learned from the others;
// where a guard of plain lines (test/screen/first-tries, test/policy/screen) asked for it, as far as that went.
const USUAL: LimitsByLength = {
  many: { tells: [0.05, 0.15, 0.25], doubtful: 0.3, doubted: 0.1 },
  few: { tells: [0.15, 0.05, -0.05], doubtful: 0, doubted: -0.45 },
};
const CAREFUL: LimitsByLength = {
  many: { tells: [1, 0.75, 0.75], doubtful: 0.6, doubted: 0.6 },
  few: { tells: [-0.2, -0.2, 0.6], doubtful: 0.6, doubted: 0.5 },
};
const SHORT_TEXT: LimitsByLength = {
  many: { tells: [0.4, 0, -0.4], doubtful: 0.05, doubted: -0.2 },
  few: { tells: [-0.3, 0.7, 0.25], doubtful: 0.6, doubted: -0.1 },
};
/** Names, addresses, codes and the like: farther from the topic more is asked. */
const BOX: LimitsByLength = {
  many: { tells: [1, -0.15, 0.05], doubtful: 0.3, doubted: -0.5 },
  few: { tells: [0.6, 0.5, 0.5], doubtful: 0.2, doubted: 0 },
};
/** A sentence of fewer words has few. */
const FEW = 7;

function ofField(field: ScreenField): LimitsByLength {
  if (!WEIGHED.has(field)) return BOX;
  if (SHORT.has(field)) return SHORT_TEXT;
  return WARY.has(field) ? CAREFUL : USUAL;
}

/** The limits of a sentence of so many words in this kind of text. */
export function limitsOf(field: ScreenField, words: number): Limits {
  const { few, many } = ofField(field);
  return words < FEW ? few : many;
}

/** The words in disguise are unknown to the scorer. */
const LEAST_OF_DISGUISED = -1.5;
/** The words around have decided already. */
const LEAST_OF_BORNE_OUT = -2.35;
/** A sentence that weighs less is about something else, whatever phrase stands in it. */
const LEAST_OF_SURE = -2.8;

/**
 * What a sentence has to weigh so that a phrase in it counts.
 * @param whole whether the phrase is all that its sentence says
 */
export function leastFor(found: Found, limits: Limits, whole: boolean): number {
  const { doubtful, disguised, borneOut, sure, weighed } = found;
  if (whole && weighed !== true) return Number.NEGATIVE_INFINITY;
  if (sure === true) return LEAST_OF_SURE;
  if (disguised === true) return LEAST_OF_DISGUISED;
  if (doubtful === true) return limits.doubtful;
  return borneOut === true ? LEAST_OF_BORNE_OUT : limits.doubted;
}
