import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';
import type { SecurityKeyEventKind } from '../schema/security-key-event.ts';
import { withDigest } from './credential.ts';
import type { StoredKey } from './reader.ts';

export async function insertKey(tx: WriteTx, key: Omit<StoredKey, 'at'>, meta: RecordMeta): Promise<void> {
  await insertRow(tx, 'security_key', {
    entry_seq: meta.entrySeq,
    id: key.id,
    person_id: key.personId,
    name: key.name,
    credential: withDigest(key.credential),
    public_key: key.publicKey,
    sign_count: key.signCount,
    at: meta.at,
  });
}

interface KeyEvent {
  readonly id: string;
  readonly keyId: string;
  readonly kind: SecurityKeyEventKind;
  /** Null where it was taken away. */
  readonly signCount: number | null;
}

export async function insertKeyEvent(tx: WriteTx, event: KeyEvent, meta: RecordMeta): Promise<void> {
  const { id, keyId, kind, signCount } = event;
  await insertRow(tx, 'security_key_event', {
    entry_seq: meta.entrySeq,
    id,
    key_id: keyId,
    kind,
    sign_count: signCount,
    at: meta.at,
    by: meta.by,
  });
}
