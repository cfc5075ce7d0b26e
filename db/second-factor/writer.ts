import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';
import type { SecondFactorEventKind } from '../schema/second-factor-event.ts';
import type { StoredFactor } from './reader.ts';

export async function insertFactor(
  tx: WriteTx,
  factor: StoredFactor & { readonly personId: string },
  meta: RecordMeta,
): Promise<void> {
  const { id, personId, nonce, sealed } = factor;
  await insertRow(tx, 'second_factor', {
    entry_seq: meta.entrySeq,
    id,
    person_id: personId,
    nonce,
    sealed: Buffer.from(sealed),
    at: meta.at,
  });
}

export async function insertFactorEvent(
  tx: WriteTx,
  event: {
    readonly id: string;
    readonly factorId: string;
    readonly kind: SecondFactorEventKind;
    readonly step: number | null;
  },
  meta: RecordMeta,
): Promise<void> {
  const { id, factorId, kind, step } = event;
  const when = { at: meta.at, by: meta.by };
  await insertRow(tx, 'second_factor_event', {
    entry_seq: meta.entrySeq,
    id,
    factor_id: factorId,
    kind,
    step,
    ...when,
  });
}
