import type { Act, Ground } from '../decision.ts';
import type { Pack } from '../packs/pack.ts';

/** How sure one had to be, in the pack's words; null where it says nothing. */
export interface HowSure {
  /** For the act: to ask, reasonable belief is enough (policy 1(b)). */
  readonly act: string | null;
  /** For the ground itself: an arrest, probable cause (policy 2). */
  readonly ground: string | null;
}

/** Both thresholds of an answer: asking may be open where the ground's own, by which a notice goes out, is not met yet. */
export function howSure(pack: Pack, act: Act | null, ground: Ground | null): HowSure {
  return {
    act: pack.acts.find((one) => one.act === act)?.threshold ?? null,
    ground: pack.grounds.find((one) => one.ground === ground)?.threshold ?? null,
  };
}
