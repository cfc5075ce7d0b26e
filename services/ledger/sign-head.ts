import { createPublicKey, type KeyObject } from 'node:crypto';
import type { WriteTx } from '../../db/database.ts';
import { insertCheckpoint } from '../../db/ledger/checkpoint-writer.ts';
import { lastCheckpoint, readTree } from '../../db/ledger/tree-reader.ts';
import type { CheckpointCause } from '../../db/schema/checkpoint.ts';
import { checkpointText } from '../../proof/checkpoint.ts';
import { readNote } from '../../proof/note-text.ts';
import { addSignature, isSignedBy, signNote } from '../../proof/note.ts';

/** A signed head. */
export interface SignedHead {
  readonly size: number;
  readonly note: string;
}

export interface HeadToSign {
  readonly origin: string;
  /** Private, on P-256. */
  readonly key: KeyObject;
  /** The key before, while both sign: whoever knows that one can follow. */
  readonly before?: KeyObject | null;
  readonly cause: CheckpointCause;
  /** ISO time. */
  readonly at: string;
}

/** Whether this key signed the note. */
function isOurNote(note: string, name: string, publicKey: KeyObject): boolean {
  const read = readNote(note);
  return read !== undefined && isSignedBy(read, name, publicKey);
}

/** Signs the head of the log as it is in this transaction, and keeps it; a head that these keys have signed is kept once. */
export async function signHead(
  tx: WriteTx,
  { origin, key, before = null, cause, at }: HeadToSign,
): Promise<SignedHead> {
  const { size, root } = await readTree(tx);
  const keys = before === null ? [key] : [key, before];
  const signers = keys.map((one) => ({ name: origin, key: one, publicKey: createPublicKey(one) }));
  const last = await lastCheckpoint(tx, origin);
  if (last?.size === size && signers.every(({ publicKey }) => isOurNote(last.note, origin, publicKey)))
    return { size, note: last.note };
  const text = checkpointText({ origin, size, root });
  const [first, ...others] = signers;
  const note = first === undefined ? '' : others.reduce(addSignature, signNote(text, first));
  await insertCheckpoint(tx, { origin, size, root, note, cause, at });
  return { size, note };
}
