import { verifyTLogInclusion } from '@sigstore/verify/dist/tlog/index.js';
import { hash, type KeyObject } from 'node:crypto';
import { readLogProof } from '../../proof/tlog-proof.ts';

/** What is asked: an entry as it stands in the log, its proof (C2SP tlog-proof), and the public key of who signed the head. */
export interface Logged {
  readonly entry: Uint8Array;
  readonly proof: string;
  readonly key: KeyObject;
}

/** The entry that a record is about, as it stands in the log. */
export function entryOf(record: string): Buffer {
  return Buffer.from(record.split('.')[1] ?? '', 'base64url');
}

/**
 * Asks @sigstore/verify whether the entry is in the log whose head this station signed.
 * @throws Error where the proof cannot be read, or the library refuses it
 */
export function judgeByLibrary({ entry, proof, key }: Logged): void {
  const read = readLogProof(proof);
  if (read === undefined) throw new Error('no proof');
  const logID = hash('sha256', key.export({ type: 'spki', format: 'der' }), 'buffer');
  const [baseURL = ''] = read.checkpoint.split('\n', 1);
  verifyTLogInclusion(
    {
      logId: { keyId: logID },
      canonicalizedBody: Buffer.from(entry),
      inclusionProof: {
        logIndex: String(read.index),
        hashes: read.path.map((one) => Buffer.from(one)),
        checkpoint: { envelope: read.checkpoint },
      },
    },
    [{ publicKey: key, logID, baseURL }],
  );
}
