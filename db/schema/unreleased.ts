import type { Mark } from './column.ts';

/**
 * Bookings begun at this desk, or of which a time in custody was told, that were neither given up nor, once saved,
 * released. Kept by triggers with every version, event and abandoned number, so that the desk looks at few rows of many.
 */
export interface UnreleasedTable {
  booking_id: string;
  mark: Mark;
}
