import type { Refusal } from '../../policy/refusal.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';

/** The sentence of a refusal. The policy's own words, so that window and command line say the same. */
export function refusalText(refusal: Refusal): string {
  return refusalMessage(refusal);
}
