import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';

/** The station's signature under a pack that is stored already; the database refuses it from anybody but a chief. */
export async function insertAdoption(
  tx: WriteTx,
  adoption: { readonly digest: string; readonly signature: string },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'policy_adoption', {
    entry_seq: meta.entrySeq,
    pack_digest: adoption.digest,
    signature: adoption.signature,
    adopted_at: meta.at,
    adopted_by: meta.by,
  });
}

/** Once for each person and version. */
export async function insertAcknowledgement(tx: WriteTx, digest: string, meta: RecordMeta): Promise<void> {
  await insertRow(tx, 'policy_acknowledgement', {
    entry_seq: meta.entrySeq,
    pack_digest: digest,
    person_id: meta.by,
    at: meta.at,
  });
}
