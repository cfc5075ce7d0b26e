import type { Mark } from './column.ts';

export const SESSION_EVENTS = [
  'signed-in',
  'sign-in-failed',
  'locked',
  'unlocked',
  'unlock-failed',
  'signed-out',
  'vouched',
  'vouch-failed',
  'proved',
  'proof-failed',
  'closed',
  'too-long-away',
  'factor-asked',
  'key-counted-back',
] as const;
export type SessionEventKind = (typeof SESSION_EVENTS)[number];

export interface SessionEventTable {
  id: string;
  at: string;
  person_id: string | null;
  kind: SessionEventKind;
  mark: Mark;
}
