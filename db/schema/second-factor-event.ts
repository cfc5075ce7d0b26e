import type { Mark } from './column.ts';

export const SECOND_FACTOR_EVENTS = ['code-used', 'recovery-code-used', 'removed'] as const;
export type SecondFactorEventKind = (typeof SECOND_FACTOR_EVENTS)[number];

export interface SecondFactorEventTable {
  entry_seq: number;
  id: string;
  factor_id: string;
  kind: SecondFactorEventKind;
  /** The code's step of thirty seconds since 1970, or the place of the recovery code in its list. */
  step: number | null;
  at: string;
  by: string;
  mark: Mark;
}
