import type { TaughtPhrase } from '../../policy/screen/taught.ts';

/** A text that the lists refuse though it tells nobody's status, and what a supervisor would teach the station. */
interface FalseHit {
  readonly text: string;
  readonly taught: TaughtPhrase;
}

/** Two words that have a second meaning. */
export const BY_WORDS: FalseHit = {
  text: 'He has temporary status at the warehouse until June.',
  taught: { field: 'narrative', grain: 'words', phrase: 'temporary status' },
};

/** The name of an agency that is the name of something else: only its whole sentence says so. */
export const BY_SENTENCE: FalseHit = {
  text: 'Their band is called Border Patrol.',
  taught: { field: 'narrative', grain: 'whole', phrase: 'Their band is called Border Patrol' },
};
