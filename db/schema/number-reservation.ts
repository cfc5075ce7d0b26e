import type { Mark } from './column.ts';

export type NumberKind = 'booking' | 'notification' | 'export' | 'matter';

export interface NumberReservationTable {
  kind: NumberKind;
  year: number;
  /** From 1, without gaps, per kind and year. */
  seq: number;
  number: string;
  /** Booking, notification, export or matter that the number was reserved for. */
  record_id: string;
  reserved_at: string;
  reserved_by: string;
  mark: Mark;
}
