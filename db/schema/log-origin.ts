import type { Mark } from './column.ts';

/** Where a new log begins because entries of the old one are lost; the entry of this number is its first. */
export interface LogOriginTable {
  entry_seq: number;
  origin: string;
  /** The head that is known of the old log. */
  old_origin: string;
  old_size: number;
  old_root: Buffer;
  at: string;
  by: string;
  mark: Mark;
}
