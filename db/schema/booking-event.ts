import type { BookingEventKind } from '../../policy/booking.ts';
import type { Mark } from './column.ts';

export interface BookingEventTable {
  entry_seq: number;
  id: string;
  booking_id: string;
  kind: BookingEventKind;
  /** When it happened, as told. */
  at: string;
  detail: string | null;
  entered_at: string;
  entered_by: string;
  mark: Mark;
}
