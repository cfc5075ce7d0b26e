// The words of every no: what it is, what to do next, and on which clause it rests. They stand on their own: the
// refused word itself is never here; a window may add it from the form that still shows it.
import { MACHINE_WORDS } from './refusal-words/machine.ts';
import { PERSON_WORDS } from './refusal-words/person.ts';
import { POLICY_WORDS } from './refusal-words/policy.ts';
import { SECOND_FACTOR_WORDS } from './refusal-words/second-factor.ts';
import { STATION_WORDS } from './refusal-words/station.ts';
import { STATUS_WORDS } from './refusal-words/status.ts';
import { VALUE_WORDS } from './refusal-words/value.ts';
import type { RefusalWords } from './refusal-words/words.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

/** Words for each code. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, RefusalWords>> = {
  ...STATUS_WORDS,
  ...VALUE_WORDS,
  ...POLICY_WORDS,
  ...PERSON_WORDS,
  ...SECOND_FACTOR_WORDS,
  ...STATION_WORDS,
  ...MACHINE_WORDS,
};

/** The whole message of a refusal: what, then what next. */
export function refusalMessage(refusal: Refusal): string {
  const words = REFUSAL_WORDS[refusal.code];
  return `${words.text(refusal)} ${words.next(refusal)}`;
}

/** The clause that a refusal rests on, null where it rests on none. */
export function citeOf(refusal: Refusal): string | null {
  return refusal.clause ?? REFUSAL_WORDS[refusal.code].cite;
}
