import type { Mark } from './column.ts';

export type NotificationChannel = 'phone' | 'fax' | 'email' | 'in-person' | 'radio' | 'letter';
export type NotificationOutcome = 'notified' | 'declined' | 'no-action';

export interface NotificationTable {
  entry_seq: number;
  id: string;
  number: string;
  booking_id: string | null;
  determination_id: string | null;
  outcome: NotificationOutcome;
  direction: 'out' | 'in';
  contacted_at: string;
  agency: string;
  unit: string | null;
  recipient: string | null;
  reached_at: string | null;
  verified_how: string | null;
  channel: NotificationChannel;
  purpose: string;
  /** JSON list of the data categories that left. */
  released: string;
  criminal_history: number;
  reason: string | null;
  decided_by: string;
  cosigned_by: string | null;
  entered_at: string;
  mark: Mark;
}
