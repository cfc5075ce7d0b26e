import type { TaughtPhrase } from '../../policy/screen/taught.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';

export interface NewTaughtPhrase {
  readonly id: string;
  readonly reason: Cleared<string>;
  readonly confirmedBy: string;
}

/** From the end of the transaction on these words are let through. The database asks again whether they may be. */
export async function insertTaughtPhrase(
  tx: WriteTx,
  { field, grain, phrase }: Cleared<TaughtPhrase>,
  { id, reason, confirmedBy, ...meta }: NewTaughtPhrase & RecordMeta,
): Promise<void> {
  await insertRow(tx, 'taught_phrase', {
    entry_seq: meta.entrySeq,
    id,
    field,
    grain,
    phrase,
    reason,
    asked_by: meta.by,
    confirmed_by: confirmedBy,
    at: meta.at,
  });
}

/** Takes a phrase back; the row of its teaching stays. */
export async function revokeTaughtPhrase(
  tx: WriteTx,
  { id, phraseId, reason }: { readonly id: string; readonly phraseId: string; readonly reason: Cleared<string> | null },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'taught_phrase_event', {
    entry_seq: meta.entrySeq,
    id,
    phrase_id: phraseId,
    kind: 'revoked',
    reason,
    at: meta.at,
    by: meta.by,
  });
}
