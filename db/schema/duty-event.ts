import type { Mark } from './column.ts';

export const DUTY_EVENTS = ['attempt', 'done', 'escalated', 'clock'] as const;
export type DutyEventKind = (typeof DUTY_EVENTS)[number];

export interface DutyEventTable {
  entry_seq: number;
  id: string;
  duty_id: string;
  kind: DutyEventKind;
  /** When it happened, as told. */
  at: string;
  /** JSON: the boxes of a try or an end, the event that ended it, or the jump of a clock. */
  detail: string;
  entered_at: string;
  entered_by: string;
  mark: Mark;
}
