import type { Mark } from './column.ts';

/** A shift that was handed over: how much of what, and what was said besides. */
export interface HandoverTable {
  entry_seq: number;
  id: string;
  in_custody: number;
  clocks: number;
  unfinished: number;
  due: number;
  drafts: number;
  waiting: number;
  kept_apart: number;
  note: string | null;
  taken_by: string;
  at: string;
  by: string;
  mark: Mark;
}
