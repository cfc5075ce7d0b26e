import type { Mark } from './column.ts';

/** What a head of the log was signed for. */
export const CHECKPOINT_CAUSES = ['export', 'sign-out', 'month', 'new-log', 'report', 'shift', 'key'] as const;
export type CheckpointCause = (typeof CHECKPOINT_CAUSES)[number];

/** A signed head of the log. */
export interface CheckpointTable {
  id: number;
  origin: string;
  size: number;
  root: Buffer;
  /** The whole signed note (C2SP tlog-checkpoint). */
  note: string;
  cause: string;
  at: string;
  mark: Mark;
}
