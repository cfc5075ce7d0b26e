import type { Mark } from './column.ts';

export interface ReviewTable {
  entry_seq: number;
  id: string;
  /** Number of the newest entry that was looked at. */
  upto: number;
  remark: string | null;
  at: string;
  by: string;
  mark: Mark;
}
