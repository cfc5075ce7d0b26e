import type { Mark } from './column.ts';

/** A booking form that was closed without a booking. */
export interface NumberAbandonedTable {
  entry_seq: number;
  booking_id: string;
  reason: string | null;
  at: string;
  by: string;
  mark: Mark;
}
