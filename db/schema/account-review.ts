import type { Mark } from './column.ts';

export interface AccountReviewTable {
  entry_seq: number;
  id: string;
  /** Number of the newest entry when the list was shown. */
  upto: number;
  /** How many accounts stood in it, and how many of these may sign in. */
  accounts: number;
  active: number;
  remark: string | null;
  at: string;
  by: string;
  mark: Mark;
}
