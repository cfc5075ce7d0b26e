import type { Mark } from './column.ts';

/** Which boxes of an unfinished form lost sentences. A new row takes the place of the old one; it goes with the form. */
export interface DraftCutTable {
  booking_id: string;
  /** JSON list of approved field names. */
  boxes: string;
  at: string;
  mark: Mark;
}
