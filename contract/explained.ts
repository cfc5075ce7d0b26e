import type { Act, Decision, Ground } from '../policy/decision.ts';
import type { Refusal } from '../policy/refusal.ts';

/** Denials explain themselves: every ground for one act, the nearest first. */
export interface Explained {
  readonly act: Act;
  readonly answer: Decision;
  readonly grounds: readonly GroundExplained[];
  /** Facts that are known already, each with its source. */
  readonly known: readonly { readonly fact: string; readonly value: unknown; readonly source: string }[];
  /** The ground that was found last for this booking and opens this act until it ends; null where none stands. */
  readonly standing: Ground | null;
  /** Why times that are told do not fit, where this computer's clock was set back; null where that is not so. */
  readonly clock: Refusal | null;
}

export interface GroundExplained {
  readonly ground: Ground;
  readonly title: string;
  readonly cite: string;
  readonly decision: Decision;
  /** False where the ground's row does not open the act at all. */
  readonly opensAct: boolean;
  /** The fewest facts that would open the act from here, by name; empty where it is open or contradicted. */
  readonly shortest: readonly string[];
  /** Where one of several ways is enough: what each lacks and what does not fit it, by name. */
  readonly ways: readonly {
    readonly id: string;
    readonly missing: readonly string[];
    readonly contradicted: readonly string[];
  }[];
}
