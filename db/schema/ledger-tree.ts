import type { Mark } from './column.ts';

/** The right edge of the log's tree, in one row that only grows. */
export interface LedgerTreeTable {
  id: number;
  /** Entries that are in the tree. */
  size: number;
  /** Hashes of the perfect subtrees, the largest first, 32 bytes each. */
  frontier: Buffer;
  mark: Mark;
}
