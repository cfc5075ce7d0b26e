import type { NotificationDraft } from '../../policy/notification.ts';
import type { Mark } from './column.ts';

export interface NotificationTable {
  entry_seq: number;
  id: string;
  number: string;
  booking_id: string | null;
  determination_id: string | null;
  outcome: NotificationDraft['outcome'];
  direction: NotificationDraft['direction'];
  contacted_at: string;
  agency: string;
  unit: string | null;
  recipient: string | null;
  reached_at: string | null;
  verified_how: string | null;
  channel: NotificationDraft['channel'];
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
