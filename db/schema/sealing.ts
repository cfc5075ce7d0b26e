import type { Mark } from './column.ts';

export interface SealingTable {
  entry_seq: number;
  id: string;
  booking_id: string;
  at: string;
  by: string;
  cosigned_by: string;
  mark: Mark;
}
