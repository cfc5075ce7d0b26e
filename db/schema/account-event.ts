import type { Mark } from './column.ts';

export const ACCOUNT_EVENTS = ['released', 'enabled'] as const;

/** Somebody was let in again: after too many wrong tries, or after too long an absence. */
export interface AccountEventTable {
  entry_seq: number;
  id: string;
  person_id: string;
  kind: (typeof ACCOUNT_EVENTS)[number];
  at: string;
  by: string;
  mark: Mark;
}
