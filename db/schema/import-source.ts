import type { Mark } from './column.ts';

/** Which booking a record of another system became. A resend with changes adds a line with its new digest. */
export interface ImportSourceTable {
  source_system: string;
  source_record_id: string;
  /** Tells two admissions under one id apart: the booking's date and time as read. */
  admission: string;
  /** Entry of the booking version that this content became. */
  entry_seq: number;
  booking_id: string;
  /** SHA-256 of the row's cleared content, hex. */
  row_digest: string;
  mark: Mark;
}
