import type { Mark } from './column.ts';

/** Somebody who had a copy, or was told, and has yet to hear that it must go. */
export interface RecallTable {
  entry_seq: number;
  id: string;
  audience: string;
  reached: string | null;
  /** Number of the copy or of the notice. */
  number: string | null;
  left_at: string;
  at: string;
  by: string;
  mark: Mark;
}
