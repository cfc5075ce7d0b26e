import type { MatterKind } from '../policy/matters/matter.ts';
import type { NotificationDraft } from '../policy/notification.ts';
import type { MatterLine } from './matter.ts';

/** One event of a matter that is kept beside a booking. */
export interface MatterMoment {
  readonly of: 'matter';
  readonly matterId: string;
  readonly number: string;
  readonly kind: MatterKind;
  /** Of the rules of its kind. */
  readonly event: string;
  /** When it happened, as told. */
  readonly at: string;
  /** Named in the boxes of the event; null where none is. */
  readonly agency: string | null;
}

/** One line of the notification log about a booking. */
export interface ContactMoment extends Pick<NotificationDraft, 'direction' | 'channel' | 'outcome' | 'agency'> {
  readonly of: 'contact';
  readonly notificationId: string;
  readonly number: string;
  /** When it happened, as told. */
  readonly at: string;
}

export type Moment = MatterMoment | ContactMoment;

/** What is kept beside a booking: its matters, and each of their events and each contact by the time it happened. */
export interface Beside {
  readonly matters: readonly MatterLine[];
  readonly moments: readonly Moment[];
}
