import type { Mark } from './column.ts';

/** Duties that nobody has ended yet. Kept by triggers with every duty and every end of one. */
export interface OpenDutyTable {
  duty_id: string;
  mark: Mark;
}
