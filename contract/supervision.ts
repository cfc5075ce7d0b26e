import type { BookingEventKind } from '../policy/booking.ts';
import type { MatterKind } from '../policy/matters/matter.ts';
import type { Supervised } from '../policy/supervision.ts';
import type { Duty } from './matter.ts';

/** Something still to be done, with the record that it opens. */
export interface SupervisedDuty extends Duty {
  /** The notice that was made under the exception which is to be reviewed; null where none was. */
  readonly notificationId: string | null;
}

/** What was entered an hour or more after it happened. */
export type LateEntry = {
  readonly number: string;
  /** Number of the ledger entry that covers it. */
  readonly entry: number;
  /** When it happened, as told. */
  readonly at: string;
  readonly enteredAt: string;
  /** Display name. */
  readonly by: string;
} & (
  | { readonly of: 'matter'; readonly id: string; readonly kind: MatterKind; readonly event: string }
  | { readonly of: 'booking'; readonly id: string; readonly event: BookingEventKind }
  | { readonly of: 'notification'; readonly id: string }
);

/** The supervisor's page. Every open duty stands under one heading. */
export interface Supervision extends Readonly<Record<Supervised, readonly SupervisedDuty[]>> {
  /** Entered within the last seven days, the newest first. */
  readonly late: readonly LateEntry[];
}
