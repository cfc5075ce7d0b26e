import type { RefusalCode } from '../../policy/refusal.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { SessionEventKind } from '../schema/session-event.ts';

/** What is kept of a refusal: rule, place and length. */
export interface KeptRefusal {
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
  readonly call: string;
  readonly code: RefusalCode;
  readonly category: string | null;
  readonly clause: string | null;
  /** Name of an approved field or id of a protected one. */
  readonly field: string | null;
  readonly length: number | null;
}

export async function insertRefusal(tx: WriteTx, refusal: KeptRefusal): Promise<void> {
  const { personId, ...kept } = refusal;
  await insertRow(tx, 'refusal_log', { ...kept, person_id: personId });
}

export async function insertSessionEvent(
  tx: WriteTx,
  event: {
    readonly id: string;
    readonly at: string;
    readonly personId: string | null;
    readonly kind: SessionEventKind;
  },
): Promise<void> {
  const { id, at, personId, kind } = event;
  await insertRow(tx, 'session_event', { id, at, person_id: personId, kind });
}
