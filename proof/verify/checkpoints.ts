import { toBase64 } from '../base64.ts';
import { CONSISTENCY_FILE } from '../bundle.ts';
import { isSameHash } from '../bytes.ts';
import { readCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { KEY_ID_BYTES, readNote, signaturesBy, type Note } from '../note-text.ts';
import { firstOfPem } from '../pem.ts';
import { readCertificate } from './certificate.ts';
import { verifyConsistency } from './consistency.ts';
import { sha256 } from './digest.ts';
import { fail, pass, type Finding } from './finding.ts';
import { isNoteOf, type PublicKey } from './public-key.ts';
import type { Way } from './ways.ts';

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

/** Words on lines under a head that nobody looked at: both keys sign while one takes over from the other. */
function unread(lines: number): string {
  if (lines < 1) return '';
  return `; under it ${lines === 1 ? 'is a line' : `are ${String(lines)} lines`} of another key, not looked at`;
}

async function keyOf(pem: string): Promise<PublicKey | undefined> {
  try {
    return (await readCertificate(firstOfPem(pem) ?? new Uint8Array())).key;
  } catch {
    return undefined;
  }
}

/** Whether the head carries a line that says to be of this key. */
async function names(note: Note, name: string, { spki }: PublicKey): Promise<boolean> {
  return signaturesBy(note, name, (await sha256(spki)).subarray(0, KEY_ID_BYTES)).length > 0;
}

/** A certificate that was handed in with a head: the name of its file, and its text. */
export interface GivenPem {
  readonly name: string;
  readonly pem: string;
}

/** What was found of a head, and which of the certificates have a good line under it. */
export interface CheckedHead {
  readonly finding: Finding;
  readonly signing: readonly GivenPem[];
}

const CHANGED = 'it was changed, or another key signed it';

/** How many of several keys signed, and the certificates whose key did not. */
function several(signing: number, silent: readonly GivenPem[]): string {
  const signed = signing > 1 ? `; ${String(signing)} keys signed it` : '';
  return silent.length === 0
    ? signed
    : `${signed}; not signed by the key of ${silent.map(({ name }) => name).join(', ')}`;
}

/**
 * Whether a key of these certificates signed the head. One is enough, for whoever knows the old key or the new one, and
 * those that did not are named; a line of any of them that does not hold is a fault. @param pems none: nobody handed one in
 */
export async function checkHeadBy({ note, checkpoint }: Head, pems: readonly GivenPem[]): Promise<CheckedHead> {
  const failed = (why: string): CheckedHead => ({ finding: fail(NAME, why), signing: [] });
  if (pems.length === 0) {
    const why = `${words(checkpoint)}; signature not checked: hand in station-signing.pem too`;
    return { finding: pass(NAME, why), signing: [] };
  }
  const read = readNote(note);
  const keys = await Promise.all(pems.map(({ pem }) => keyOf(pem)));
  const known = keys.filter((key) => key !== undefined);
  if (known.length < keys.length || read === undefined) return failed('the certificate cannot be read');
  const named = await Promise.all(known.map((key) => names(read, checkpoint.origin, key)));
  const signing = pems.filter((_, at) => named[at] === true);
  const lines = known.filter((_, at) => named[at] === true);
  const good = await Promise.all(lines.map((key) => isNoteOf(read, checkpoint.origin, key)));
  if (good.length === 0 || good.includes(false)) return failed(CHANGED);
  const silent = pems.filter((one) => !signing.includes(one));
  const told = `${words(checkpoint)}${several(good.length, silent)}`;
  return { finding: pass(NAME, `${told}${unread(read.signatures.length - good.length)}`), signing };
}

/** The same for certificates that are known already. */
export async function checkHead(head: Head, ...pems: readonly string[]): Promise<Finding> {
  const given = pems.map((pem) => ({ name: 'the certificate', pem }));
  return (await checkHeadBy(head, given)).finding;
}

const GROWTH = 'growth';

/** One way that leads is enough: no other log has one. */
async function grown(older: Checkpoint, newer: Checkpoint, ways: readonly Way[]): Promise<Finding> {
  if (ways.length === 0)
    return fail(GROWTH, `cannot be told without a consistency.txt from ${String(older.size)} to ${String(newer.size)}`);
  const between = { older: older.size, size: newer.size, olderRoot: older.root, root: newer.root };
  for (const path of ways)
    if (await verifyConsistency({ ...between, path }))
      return pass(GROWTH, `the ${String(newer.size)} entries begin with the same ${String(older.size)}`);
  const told = `the ${String(newer.size)} entries do not begin with the same ${String(older.size)}`;
  return fail(GROWTH, `${told}: the log was changed, or ${CONSISTENCY_FILE} leads between other heads`);
}

/** Whether the log only grew between two of its heads, whichever is the older. */
export async function compareHeads(one: Checkpoint, other: Checkpoint, ways: readonly Way[]): Promise<Finding> {
  if (one.origin !== other.origin) return fail(GROWTH, `two different logs: ${one.origin} and ${other.origin}`);
  const [older, newer] = one.size <= other.size ? [one, other] : [other, one];
  if (older.size < newer.size) return grown(older, newer, ways);
  return isSameHash(older.root, newer.root)
    ? pass(GROWTH, `the same ${String(older.size)} entries`)
    : fail(GROWTH, `two different logs of ${String(older.size)} entries under one name: one of them was changed`);
}
