import type { Mark } from './column.ts';

/** The sealed table: the only place where a status value may rest. */
export interface StatusRecordTable {
  entry_seq: number;
  id: string;
  booking_id: string;
  determination_id: string;
  value: string;
  /** The disclosure behind the ledger entry's digest; kept here, and not with the others, because it repeats the value. */
  disclosure: string;
  entered_at: string;
  entered_by: string;
  mark: Mark;
}
