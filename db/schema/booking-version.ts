import type { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import type { ColumnOf, Mark } from './column.ts';

type BookingField = Extract<(typeof APPROVED_FIELDS)[number], { part: 'booking' }>;

/** One column per approved field of a booking, under the field's own name. */
export type BookingColumns = { [F in BookingField as F['name']]: ColumnOf<F['type']> };

export interface BookingVersionTable extends BookingColumns {
  entry_seq: number;
  booking_id: string;
  /** From 1, without gaps; the highest is what holds. */
  version: number;
  /** Why it was corrected; null for the first. */
  reason: string | null;
  saved_at: string;
  saved_by: string;
  mark: Mark;
}
