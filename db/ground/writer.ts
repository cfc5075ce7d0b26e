import type { Act, Ground } from '../../policy/decision.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { StatusContent } from '../../policy/gate/records.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { JsonRecord } from '../parse.ts';
import type { RecordMeta } from '../record-meta.ts';
import { checkGates } from '../schema-digest.ts';

interface Judged {
  readonly id: string;
  readonly bookingId: string;
  readonly ground: Ground;
  /** The request as the policy read it. */
  readonly facts: JsonRecord;
  readonly packDigest: string;
}

/** Keeps an answer of the policy, refusals included. */
export async function insertDecision(
  tx: WriteTx,
  decision: Judged & { readonly act: Act | null; readonly outcome: 'allow' | 'refuse' },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'decision', {
    entry_seq: meta.entrySeq,
    id: decision.id,
    booking_id: decision.bookingId,
    act: decision.act,
    ground: decision.ground,
    facts: JSON.stringify(decision.facts),
    pack_digest: decision.packDigest,
    outcome: decision.outcome,
    at: meta.at,
    by: meta.by,
  });
}

/**
 * A ground that stands from now until `expiresAt`, at most 24 hours. The database itself refuses a date outside that,
 * a clock more than five minutes off, a subject who is neither arrestee nor suspect, and a co-signer who decided.
 */
export async function insertDetermination(
  tx: WriteTx,
  determination: Judged & {
    readonly cite: string;
    readonly opens: readonly Act[];
    readonly cosignedBy: string | null;
    readonly expiresAt: string;
  },
  meta: RecordMeta,
): Promise<void> {
  await checkGates(tx);
  await insertRow(tx, 'determination', {
    entry_seq: meta.entrySeq,
    id: determination.id,
    booking_id: determination.bookingId,
    ground: determination.ground,
    cite: determination.cite,
    opens: JSON.stringify(determination.opens),
    facts: JSON.stringify(determination.facts),
    pack_digest: determination.packDigest,
    decided_by: meta.by,
    cosigned_by: determination.cosignedBy,
    decided_at: meta.at,
    expires_at: determination.expiresAt,
  });
}

export async function insertDeterminationEvent(
  tx: WriteTx,
  event: { readonly id: string; readonly determinationId: string; readonly kind: 'revoked' },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'determination_event', {
    entry_seq: meta.entrySeq,
    id: event.id,
    determination_id: event.determinationId,
    kind: event.kind,
    at: meta.at,
    by: meta.by,
  });
}

/** Puts a status value into the sealed table. The database refuses it without a live ground of the same booking. */
export async function insertStatusRecord(
  tx: WriteTx,
  status: Cleared<StatusContent>,
  entered: RecordMeta & {
    readonly id: string;
    /** Sealed text that `appendEntry` answered. */ readonly disclosure: string;
  },
): Promise<void> {
  await checkGates(tx);
  await insertRow(tx, 'status_record', {
    entry_seq: entered.entrySeq,
    id: entered.id,
    booking_id: status.bookingId,
    determination_id: status.determinationId,
    value: status.value,
    disclosure: entered.disclosure,
    entered_at: entered.at,
    entered_by: entered.by,
  });
}
