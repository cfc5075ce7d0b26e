import type { Mark } from './column.ts';

export const SECURITY_KEY_EVENTS = ['used', 'removed'] as const;
export type SecurityKeyEventKind = (typeof SECURITY_KEY_EVENTS)[number];

export interface SecurityKeyEventTable {
  entry_seq: number;
  id: string;
  key_id: string;
  kind: SecurityKeyEventKind;
  /** Of a use. */
  sign_count: number | null;
  at: string;
  by: string;
  mark: Mark;
}
