import { createPublicKey, type KeyObject } from 'node:crypto';
import type { WriteTx } from '../../db/database.ts';
import { insertCheckpoint } from '../../db/ledger/checkpoint-writer.ts';
import { lastCheckpoint, readTree } from '../../db/ledger/tree-reader.ts';
import type { CheckpointCause } from '../../db/schema/checkpoint.ts';
import { checkpointText } from '../../proof/checkpoint.ts';
import { readNote } from '../../proof/note-text.ts';
import { isSignedBy, signNote } from '../../proof/note.ts';

/** A signed head. */
export interface SignedHead {
  readonly size: number;
  readonly note: string;
}

export interface HeadToSign {
  readonly origin: string;
  /** Private, on P-256. */
  readonly key: KeyObject;
  readonly cause: CheckpointCause;
  /** ISO time. */
  readonly at: string;
}

/** Whether this key signed the note. */
function isOurNote(note: string, name: string, publicKey: KeyObject): boolean {
  const read = readNote(note);
  return read !== undefined && isSignedBy(read, name, publicKey);
}

/** Signs the head of the log as it is in this transaction, and keeps it; a head that this key has signed is kept once. */
export async function signHead(tx: WriteTx, { origin, key, cause, at }: HeadToSign): Promise<SignedHead> {
  const { size, root } = await readTree(tx);
  const publicKey = createPublicKey(key);
  const last = await lastCheckpoint(tx, origin);
  if (last?.size === size && isOurNote(last.note, origin, publicKey)) return { size, note: last.note };
  const note = signNote(checkpointText({ origin, size, root }), { name: origin, key, publicKey });
  await insertCheckpoint(tx, { origin, size, root, note, cause, at });
  return { size, note };
}
