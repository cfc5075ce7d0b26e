import type { Mark } from './column.ts';

export interface KeyWalkTable {
  entry_seq: number;
  why: 'term' | 'lost' | 'compromised';
  /** 1: practised, nothing was changed. */
  drill: number;
  /** Entry under which the root was opened; null where it did not open. */
  begun: number | null;
  /** 1: the root opened, and every step was done. */
  passed: number;
  at: string;
  by: string;
  mark: Mark;
}
