import type { Mark } from './column.ts';

/** What passed the gate of a form that is not saved yet. The one table whose rows change. */
export interface DraftTable {
  booking_id: string;
  /** JSON of BookingFields. */
  fields: string;
  /** JSON list of ChargeFields. */
  charges: string;
  kept_at: string;
  kept_by: string;
  mark: Mark;
}
