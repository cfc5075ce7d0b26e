import type { Mark } from './column.ts';

export type BookingOrigin = 'desk' | 'import';

/** The form was opened. Its content is in `booking_version`. */
export interface BookingTable {
  entry_seq: number;
  id: string;
  station_id: string;
  number: string;
  origin: BookingOrigin;
  source_system: string | null;
  source_record_id: string | null;
  opened_at: string;
  opened_by: string;
  mark: Mark;
}
