import type { Mark } from './column.ts';

/** Somebody has read a version of the policy. */
export interface PolicyAcknowledgementTable {
  entry_seq: number;
  pack_digest: string;
  person_id: string;
  at: string;
  mark: Mark;
}
