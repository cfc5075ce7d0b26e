import type { Mark } from './column.ts';

export interface MatterEventTable {
  entry_seq: number;
  id: string;
  matter_id: string;
  kind: string;
  /** When it happened, as told. */
  at: string;
  /** JSON of the event's boxes by name. */
  detail: string;
  entered_at: string;
  entered_by: string;
  mark: Mark;
}
