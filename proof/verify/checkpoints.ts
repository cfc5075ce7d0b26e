import { fromBase64, toBase64 } from '../base64.ts';
import { isSameHash } from '../bytes.ts';
import { readCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { readNote } from '../note-text.ts';
import { firstOfPem } from '../pem.ts';
import { readCertificate } from './certificate.ts';
import { verifyConsistency } from './consistency.ts';
import { fail, pass, type Finding } from './finding.ts';
import { isNoteOf } from './public-key.ts';

/** A head of a log that was handed in by itself. */
export interface Head {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/** Undefined where the text is no signed head. */
export function readHead(text: string): Head | undefined {
  const note = readNote(text);
  const checkpoint = note === undefined ? undefined : readCheckpoint(note.text);
  return checkpoint === undefined ? undefined : { note: text, checkpoint };
}

const NAME = 'checkpoint';

function words({ origin, size, root }: Checkpoint): string {
  return `${origin}, ${String(size)} entries, root ${toBase64(root)}`;
}

/** Whether the key of this certificate signed the head. @param pem undefined: nobody handed one in */
export async function checkHead({ note, checkpoint }: Head, pem: string | undefined): Promise<Finding> {
  if (pem === undefined)
    return pass(NAME, `${words(checkpoint)}; signature not checked: hand in station-signing.pem too`);
  const read = readNote(note);
  try {
    const { key } = await readCertificate(firstOfPem(pem) ?? new Uint8Array());
    const known = read !== undefined && key !== undefined;
    const signed = known && (await isNoteOf(read, checkpoint.origin, key));
    return signed ? pass(NAME, words(checkpoint)) : fail(NAME, 'it was changed, or another key signed it');
  } catch {
    return fail(NAME, 'the certificate cannot be read');
  }
}

/** Hashes of `consistency.txt`, one a line; undefined where a line is none. */
export function readConsistency(text: string): readonly Uint8Array[] | undefined {
  const lines = text.split('\n').filter((line) => line !== '');
  const hashes = lines.map(fromBase64);
  return hashes.includes(undefined) ? undefined : hashes.filter((hash) => hash !== undefined);
}

const GROWTH = 'growth';

async function grown(older: Checkpoint, newer: Checkpoint, path: readonly Uint8Array[] | undefined): Promise<Finding> {
  if (path === undefined)
    return fail(GROWTH, `cannot be told without a consistency.txt from ${String(older.size)} to ${String(newer.size)}`);
  const proof = { older: older.size, size: newer.size, olderRoot: older.root, root: newer.root, path };
  return (await verifyConsistency(proof))
    ? pass(GROWTH, `the ${String(newer.size)} entries begin with the same ${String(older.size)}`)
    : fail(
        GROWTH,
        `the ${String(newer.size)} entries do not begin with the same ${String(older.size)}: the log was changed`,
      );
}

/** Whether the log only grew between two of its heads, whichever is the older. */
export async function compareHeads(
  one: Checkpoint,
  other: Checkpoint,
  path: readonly Uint8Array[] | undefined,
): Promise<Finding> {
  if (one.origin !== other.origin) return fail(GROWTH, `two different logs: ${one.origin} and ${other.origin}`);
  const [older, newer] = one.size <= other.size ? [one, other] : [other, one];
  if (older.size < newer.size) return grown(older, newer, path);
  return isSameHash(older.root, newer.root)
    ? pass(GROWTH, `the same ${String(older.size)} entries`)
    : fail(GROWTH, `two different logs of ${String(older.size)} entries under one name: one of them was changed`);
}
