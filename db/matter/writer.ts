import type { Act, Ground } from '../../policy/decision.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { MatterDraft, MatterEventDraft } from '../../policy/matters/matter.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { JsonRecord } from '../parse.ts';
import type { RecordMeta } from '../record-meta.ts';
import { checkGates } from '../schema-digest.ts';
import type { ScanType } from '../schema/scan.ts';

/** A matter that begins; its number was reserved in the same transaction. */
export async function insertMatter(
  tx: WriteTx,
  draft: Cleared<MatterDraft>,
  opened: RecordMeta & { readonly id: string; readonly number: string },
): Promise<void> {
  await checkGates(tx);
  const { subject } = draft;
  await insertRow(tx, 'matter', {
    entry_seq: opened.entrySeq,
    id: opened.id,
    number: opened.number,
    kind: draft.kind,
    booking_id: draft.bookingId ?? null,
    subject_role: subject.role ?? null,
    subject_last: subject.lastName ?? null,
    subject_first: subject.firstName ?? null,
    subject_dob: subject.dob ?? null,
    opened_at: opened.at,
    opened_by: opened.by,
  });
}

export interface NewMatterDecision {
  readonly id: string;
  readonly matterId: string | null;
  readonly event: string;
  readonly act: Act;
  readonly ground: Ground | null;
  readonly cite: string | null;
  /** The request as the policy read it, and beside it who asserted each fact. */
  readonly facts: JsonRecord;
  readonly packDigest: string;
  readonly outcome: 'allow' | 'refuse';
  readonly missing: readonly string[];
  readonly contradicted: readonly string[];
  readonly cosignedBy: string | null;
}

/** Keeps the answer before an event. The database refuses to allow an act about anybody the policy protects. */
export async function insertMatterDecision(tx: WriteTx, decision: NewMatterDecision, meta: RecordMeta): Promise<void> {
  await checkGates(tx);
  await insertRow(tx, 'matter_decision', {
    entry_seq: meta.entrySeq,
    id: decision.id,
    matter_id: decision.matterId,
    event: decision.event,
    act: decision.act,
    ground: decision.ground,
    cite: decision.cite,
    facts: JSON.stringify(decision.facts),
    pack_digest: decision.packDigest,
    outcome: decision.outcome,
    missing: JSON.stringify(decision.missing),
    contradicted: JSON.stringify(decision.contradicted),
    at: meta.at,
    by: meta.by,
    cosigned_by: decision.cosignedBy,
  });
}

/** The next event. The database refuses one that the policy was not asked about, or of a matter that is closed. */
export async function insertMatterEvent(
  tx: WriteTx,
  event: Cleared<MatterEventDraft>,
  entered: RecordMeta & { readonly id: string; readonly matterId: string },
): Promise<void> {
  await checkGates(tx);
  await insertRow(tx, 'matter_event', {
    entry_seq: entered.entrySeq,
    id: entered.id,
    matter_id: entered.matterId,
    kind: event.kind,
    at: event.at,
    detail: JSON.stringify(event.detail),
    entered_at: entered.at,
    entered_by: entered.by,
  });
}

export interface NewScan {
  readonly matterId: string;
  /** Of the bytes before sealing, hex. */
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: ScanType;
  /** Base64url. */
  readonly nonce: string;
  readonly sealed: Uint8Array;
}

export async function insertScan(tx: WriteTx, scan: NewScan, meta: RecordMeta): Promise<void> {
  await insertRow(tx, 'scan', {
    entry_seq: meta.entrySeq,
    matter_id: scan.matterId,
    sha256: scan.sha256,
    size: scan.size,
    media_type: scan.mediaType,
    nonce: scan.nonce,
    sealed: Buffer.from(scan.sealed),
    at: meta.at,
    by: meta.by,
  });
}
