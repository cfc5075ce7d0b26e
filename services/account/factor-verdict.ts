import type { KeyTouch } from '../../contract/security-key.ts';
import type { Person } from '../../policy/people.ts';
import type { OpenStation, StationState } from '../state.ts';

/**
 * What a second factor says: `none` where somebody has none, `missing` where one is asked for and nothing was given;
 * `untouched` and `went-back` are of keys.
 */
export type FactorVerdict = 'none' | 'right' | 'missing' | 'wrong' | 'used' | 'untouched' | 'went-back';

/** Whose factor is looked at. `at`: what for, and in which window. */
export interface Asked {
  readonly at: string;
  readonly state: StationState;
  readonly open: OpenStation;
  readonly person: Person;
}

/** What somebody gave beside their passphrase. */
export interface GivenFactor {
  readonly code?: string | undefined;
  readonly touch?: KeyTouch | undefined;
}
