import type { Ground } from '../../policy/decision.ts';
import type { Mark } from './column.ts';

export interface DutyTable {
  entry_seq: number;
  id: string;
  /** Code of the pack. */
  duty: string;
  ground: Ground;
  cite: string;
  matter_id: string | null;
  booking_id: string | null;
  /** From when it counts. */
  since: string;
  /** By when it has to be done. */
  by_time: string;
  opened_at: string;
  opened_by: string;
  mark: Mark;
}
