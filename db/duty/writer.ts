import type { Ground } from '../../policy/decision.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';
import type { DutyEventKind } from '../schema/duty-event.ts';

export interface NewDuty {
  readonly id: string;
  readonly duty: string;
  readonly ground: Ground;
  readonly cite: string;
  readonly matterId: string | null;
  readonly bookingId: string | null;
  readonly since: string;
  readonly by: string;
}

export async function insertDuty(tx: WriteTx, duty: NewDuty, meta: RecordMeta): Promise<void> {
  await insertRow(tx, 'duty', {
    entry_seq: meta.entrySeq,
    id: duty.id,
    duty: duty.duty,
    ground: duty.ground,
    cite: duty.cite,
    matter_id: duty.matterId,
    booking_id: duty.bookingId,
    since: duty.since,
    by_time: duty.by,
    opened_at: meta.at,
    opened_by: meta.by,
  });
}

export interface NewDutyEvent {
  readonly id: string;
  readonly dutyId: string;
  readonly kind: DutyEventKind;
  /** When it happened, as told. */
  readonly at: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The database refuses an event of a duty that is done, and an end that leaves out what must be told. */
export async function insertDutyEvent(tx: WriteTx, event: NewDutyEvent, meta: RecordMeta): Promise<void> {
  await insertRow(tx, 'duty_event', {
    entry_seq: meta.entrySeq,
    id: event.id,
    duty_id: event.dutyId,
    kind: event.kind,
    at: event.at,
    detail: JSON.stringify(event.detail),
    entered_at: meta.at,
    entered_by: meta.by,
  });
}
