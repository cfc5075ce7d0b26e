import { createPublicKey, type KeyObject } from 'node:crypto';
import type { ReadDb } from '../../db/database.ts';
import { listLogs } from '../../db/ledger/origin-reader.ts';
import { lastCheckpoint, type StoredCheckpoint } from '../../db/ledger/tree-reader.ts';
import { checkpointText } from '../../proof/checkpoint.ts';
import { readNote } from '../../proof/note-text.ts';
import { isSignedBy, putSignatureFirst } from '../../proof/note.ts';
import { logProofText } from '../../proof/tlog-proof.ts';
import type { SignedHead } from '../ledger/sign-head.ts';
import { inclusionPath, rootAt } from '../ledger/tree.ts';

/** Name of the log that an entry was written into; '' where it tells none. */
export function logOf(leaf: Uint8Array): string {
  const entry: unknown = JSON.parse(Buffer.from(leaf).toString('utf8'));
  const log = typeof entry === 'object' && entry !== null && 'log' in entry ? entry.log : undefined;
  return typeof log === 'string' ? log : '';
}

interface Proved {
  /** Place of the entry. */
  readonly seq: number;
  readonly leaf: Uint8Array;
  /** The newest head of the log as it goes on. */
  readonly head: SignedHead;
  readonly origin: string;
  /** The key that signs the record, private: whoever checks the one checks the head with the same key. */
  readonly key: KeyObject;
}

/**
 * The head of an older log under the key of today as well, first, where README.txt looks for it; the line of the key of
 * its day stays. Undefined where it is not the head of the entries that are there: nothing else gets a signature.
 */
async function signedAgain(db: ReadDb, old: StoredCheckpoint, key: KeyObject): Promise<SignedHead | undefined> {
  const { origin: name, size, note } = old;
  const read = readNote(note);
  if (read?.text !== checkpointText({ origin: name, size, root: await rootAt(db, size) })) return undefined;
  const signer = { name, key, publicKey: createPublicKey(key) };
  const first = { ...read, signatures: read.signatures.slice(0, 1) };
  return { size, note: isSignedBy(first, name, signer.publicKey) ? note : putSignatureFirst(note, signer) };
}

/** An entry of an older log is proved by the last head of that log over entries that are still there. */
async function headFor(db: ReadDb, { leaf, head, origin, seq, key }: Proved): Promise<SignedHead | undefined> {
  const log = logOf(leaf);
  if (log === origin) return head;
  const old = (await listLogs(db)).find((one) => one.origin === log);
  const last = old === undefined ? undefined : await lastCheckpoint(db, old.origin, old.left);
  return last !== undefined && last.size > seq ? signedAgain(db, last, key) : undefined;
}

/**
 * Text of `record.tlog-proof` (C2SP tlog-proof): that the entry is in the log whose head is signed in it. Undefined
 * where no head of its log was ever signed over it.
 */
export async function recordProof(db: ReadDb, proved: Proved): Promise<string | undefined> {
  const head = await headFor(db, proved);
  if (head === undefined) return undefined;
  const path = await inclusionPath(db, proved.seq, head.size);
  return logProofText({ index: proved.seq, path, checkpoint: head.note });
}
