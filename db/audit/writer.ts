import type { Sought } from '../../policy/find/asked.ts';
import type { RefusalCode } from '../../policy/refusal.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { AuditKind } from '../schema/audit-event.ts';
import type { SessionEventKind } from '../schema/session-event.ts';

/** What is kept of a refusal: rule, place and length. */
export interface KeptRefusal {
  readonly call: string;
  readonly code: RefusalCode;
  readonly category: string | null;
  readonly clause: string | null;
  /** Name of an approved field or id of a protected one. */
  readonly field: string | null;
  readonly length: number | null;
}

/** When and by whom; null where nobody was signed in. */
export interface AuditMeta {
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
}

/** That something sealed was shown, or somebody searched for: by which call. */
export interface KeptLook {
  readonly kind: 'looked';
  readonly call: string;
  /** What was searched by; null where nothing else is to say. Never what was typed. */
  readonly category: Sought | null;
}

export type Noted = SessionEventKind | KeptRefusal | KeptLook;

export function isLook(what: Noted): what is KeptLook {
  return typeof what === 'object' && 'kind' in what;
}

/** When, who, and what of it. */
export interface AuditNote {
  readonly who: Omit<AuditMeta, 'id'>;
  readonly what: readonly Noted[];
}

type KeptRow = { readonly [K in keyof KeptRefusal]: KeptRefusal[K] | null };

const NO_RULE: KeptRow = { call: null, code: null, category: null, clause: null, field: null, length: null };

function rowOf(what: Noted): { readonly kind: AuditKind } & KeptRow {
  if (typeof what === 'string') return { kind: what, ...NO_RULE };
  return isLook(what) ? { ...NO_RULE, ...what } : { kind: 'refused', ...what };
}

/** Under its entry of the ledger. */
export async function insertAuditEvent(
  tx: WriteTx,
  { id, at, personId, entrySeq }: AuditMeta & { readonly entrySeq: number },
  what: Noted,
): Promise<void> {
  const told = rowOf(what);
  await insertRow(tx, 'audit_event', { entry_seq: entrySeq, id, at, person_id: personId, ...told });
}

/** Beside the ledger: while the log is refused, no entry is appended to it. */
export async function insertLooseRefusal(
  tx: WriteTx,
  { personId, ...meta }: AuditMeta,
  refusal: KeptRefusal,
): Promise<void> {
  await insertRow(tx, 'refusal_log', { ...meta, person_id: personId, ...refusal });
}

/** Beside the ledger, as above. */
export async function insertLooseSessionEvent(
  tx: WriteTx,
  { personId, ...meta }: AuditMeta,
  kind: SessionEventKind,
): Promise<void> {
  await insertRow(tx, 'session_event', { ...meta, person_id: personId, kind });
}
