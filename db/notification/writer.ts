import type { Cleared } from '../../policy/gate.ts';
import type { NotificationDraft } from '../../policy/notification.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';
import { checkGates } from '../schema-digest.ts';

interface Entered extends RecordMeta {
  readonly id: string;
  readonly number: string;
  readonly cosignedBy: string | null;
}

function contactColumns(content: NotificationDraft) {
  return {
    outcome: content.outcome,
    direction: content.direction,
    contacted_at: content.contactedAt,
    agency: content.agency,
    unit: content.unit ?? null,
    recipient: content.recipient ?? null,
    reached_at: content.reachedAt ?? null,
    verified_how: content.verifiedHow ?? null,
    channel: content.channel,
  };
}

/**
 * A notice that went out needs a ground that stands for the same booking, or an answer under the same entry about
 * somebody who is not booked: the database looks for itself.
 */
export async function insertNotification(
  tx: WriteTx,
  content: Cleared<NotificationDraft>,
  entered: Entered,
): Promise<void> {
  await checkGates(tx);
  await insertRow(tx, 'notification', {
    entry_seq: entered.entrySeq,
    id: entered.id,
    number: entered.number,
    booking_id: content.bookingId ?? null,
    determination_id: content.determinationId ?? null,
    ...contactColumns(content),
    purpose: content.purpose,
    released: JSON.stringify(content.released),
    criminal_history: content.criminalHistory ? 1 : 0,
    reason: content.reason ?? null,
    decided_by: entered.by,
    cosigned_by: entered.cosignedBy,
    entered_at: entered.at,
  });
}

/** A signed copy is about to leave: its number, to whom, and what was left out. */
export async function insertExport(
  tx: WriteTx,
  exported: {
    readonly id: string;
    readonly number: string;
    readonly notificationId: string;
    readonly audience: string;
    readonly leftOut: readonly string[];
  },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'export', {
    entry_seq: meta.entrySeq,
    id: exported.id,
    number: exported.number,
    notification_id: exported.notificationId,
    audience: exported.audience,
    left_out: JSON.stringify(exported.leftOut),
    at: meta.at,
    by: meta.by,
  });
}
