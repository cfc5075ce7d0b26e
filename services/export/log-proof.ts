import type { ReadDb } from '../../db/database.ts';
import { lastCheckpoint } from '../../db/ledger/tree-reader.ts';
import { logProofText } from '../../proof/tlog-proof.ts';
import type { SignedHead } from '../ledger/sign-head.ts';
import { inclusionPath } from '../ledger/tree.ts';

/** Name of the log that an entry was written into. */
function logOf(leaf: Uint8Array): unknown {
  const entry: unknown = JSON.parse(Buffer.from(leaf).toString('utf8'));
  return typeof entry === 'object' && entry !== null && 'log' in entry ? entry.log : undefined;
}

interface Proved {
  /** Place of the entry. */
  readonly seq: number;
  readonly leaf: Uint8Array;
  /** The newest head of the log as it goes on. */
  readonly head: SignedHead;
  readonly origin: string;
}

/** An entry of an older log is proved by the last head of that log. */
async function headFor(db: ReadDb, { leaf, head, origin, seq }: Proved): Promise<SignedHead | undefined> {
  const log = logOf(leaf);
  if (log === origin) return head;
  const last = typeof log === 'string' ? await lastCheckpoint(db, log) : undefined;
  return last !== undefined && last.size > seq ? last : undefined;
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
