import type { Mark } from './column.ts';

/** An order that was carried out; what it destroyed, and the order itself, are disclosures of its entry. */
export interface ExpungeTable {
  entry_seq: number;
  at: string;
  by: string;
  /** Null where only somebody who had a copy was told. */
  cosigned_by: string | null;
  mark: Mark;
}
