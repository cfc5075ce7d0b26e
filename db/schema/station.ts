import type { Mark } from './column.ts';

export interface StationTable {
  entry_seq: number;
  id: string;
  name: string;
  ori: string;
  log_origin: string;
  agency_code: string;
  created_at: string;
  mark: Mark;
}
