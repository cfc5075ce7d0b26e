import type { Mark } from './column.ts';

export const SEALING_EVENTS = ['opened', 'lifted'] as const;
export type SealingEventKind = (typeof SEALING_EVENTS)[number];

export interface SealingEventTable {
  entry_seq: number;
  id: string;
  sealing_id: string;
  kind: SealingEventKind;
  at: string;
  by: string;
  cosigned_by: string | null;
  mark: Mark;
}
