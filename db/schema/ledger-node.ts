import type { Mark } from './column.ts';

/** A perfect subtree of the log's tree, kept so that no proof has to hash it again. */
export interface LedgerNodeTable {
  /** 8 or 16: over 256 or 65,536 entries. */
  level: number;
  idx: number;
  hash: Buffer;
  mark: Mark;
}
