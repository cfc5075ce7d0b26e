import type { Mark } from './column.ts';

export interface LedgerEntryTable {
  /** From 0, without gaps. */
  seq: number;
  /** The bytes that are signed one day; never written again. */
  leaf: Buffer;
  /** SHA-256 of 0x00 and the leaf. */
  leaf_hash: Buffer;
  mark: Mark;
}
