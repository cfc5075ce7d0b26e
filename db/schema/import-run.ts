import type { Mark } from './column.ts';

export interface ImportRunTable {
  entry_seq: number;
  id: string;
  file_name: string;
  sha256: string;
  profile: string;
  rows: number;
  bookings: number;
  accepted: number;
  updated: number;
  duplicates: number;
  quarantined: number;
  failed: number;
  /** JSON of the import report. */
  report: string;
  at: string;
  by: string;
  mark: Mark;
}
