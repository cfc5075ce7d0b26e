import type { ReadDb, WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';

export interface StoredAnswer {
  /** Of its event as well. */
  readonly entry: number;
  /** Id. */
  readonly sealerId: string;
  /** Base64url. */
  readonly nonce: string;
  readonly sealed: Uint8Array;
}

/** Sealed answers of a matter, the oldest first. */
export async function listSealedAnswers(db: ReadDb, matterId: string): Promise<readonly StoredAnswer[]> {
  return db
    .selectFrom('sealed_answer')
    .select(['entry_seq as entry', 'by as sealerId', 'nonce', 'sealed'])
    .where('matter_id', '=', matterId)
    .orderBy('entry_seq')
    .execute();
}

export async function insertSealedAnswer(
  tx: WriteTx,
  answer: { readonly matterId: string; readonly nonce: string; readonly sealed: Uint8Array },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'sealed_answer', {
    entry_seq: meta.entrySeq,
    matter_id: answer.matterId,
    nonce: answer.nonce,
    sealed: Buffer.from(answer.sealed),
    at: meta.at,
    by: meta.by,
  });
}
