import type { Mark } from './column.ts';

export interface ExportTable {
  entry_seq: number;
  id: string;
  number: string;
  notification_id: string;
  audience: string;
  /** JSON list of the disclosures that were left out. */
  left_out: string;
  at: string;
  by: string;
  mark: Mark;
}
