import type { KeyObject } from 'node:crypto';
import type { ReadDb } from '../../db/database.ts';
import { listLogs, type LogBeginning } from '../../db/ledger/origin-reader.ts';
import { lastSeq } from '../../db/ledger/reader.ts';
import { findTree, lastCheckpoint, type StoredCheckpoint } from '../../db/ledger/tree-reader.ts';
import { readCheckpoint, type Checkpoint } from '../../proof/checkpoint.ts';
import { readEdge, rootOf } from '../../proof/frontier.ts';
import { isSameHash } from '../../proof/bytes.ts';
import { readNote } from '../../proof/note-text.ts';
import { isSignedBy } from '../../proof/note.ts';
import { rootAt, TreeIncomplete } from './tree.ts';

/** Why the log is not the one that was signed. */
export type LogFault =
  | 'tail-cut' // fewer entries than a signed head, or the tree, counts
  | 'entry-unproved' // more entries than the tree counts
  | 'history-rewritten' // other entries than a signed head is of
  | 'other-log' // a head of a log that these records do not know
  | 'head-missing' // a head was signed and is not beside the records
  | 'head-forged' // the head beside the records is not signed by this station
  | 'tree-edited'; // the stored tree is of other entries

export interface LogTrouble {
  readonly why: LogFault;
  /** Entries that are missing at the end, where that can be told. */
  readonly missing: number;
  /** The newest head that is known of the log, be it of the tree itself. */
  readonly known: Checkpoint;
}

/** What was found of the file beside the records. */
export interface OutsideHead {
  /** Text of the file; null where there is none. */
  readonly note: string | null;
  /** Keys that may sign for this station. */
  readonly keys: readonly KeyObject[];
}

/** The head of a note that one of the keys signed under the log's name. */
export function signedHead(note: string, keys: readonly KeyObject[]): Checkpoint | undefined {
  const read = readNote(note);
  const head = read === undefined ? undefined : readCheckpoint(read.text);
  if (read === undefined || head === undefined) return undefined;
  return keys.some((key) => isSignedBy(read, head.origin, key)) ? head : undefined;
}

interface Standing {
  readonly entries: number;
  readonly tree: Checkpoint | undefined;
  readonly stored: StoredCheckpoint | undefined;
  readonly logs: readonly LogBeginning[];
}

async function readStanding(db: ReadDb): Promise<Standing> {
  const logs = await listLogs(db);
  const row = await findTree(db);
  const edge = row === undefined ? undefined : readEdge(row.size, row.frontier);
  const origin = logs.at(-1)?.origin ?? '';
  const stored = await lastCheckpoint(db, origin);
  const tree = edge && { origin, size: edge.size, root: rootOf(edge) };
  return { entries: (await lastSeq(db)) + 1, tree, stored, logs };
}

/** A head that the newest log was begun for says nothing more: a person has decided. */
function isSettled(head: Checkpoint, { logs }: Standing): boolean {
  const old = logs.at(-1)?.old;
  return old?.origin === head.origin && old.size === head.size && isSameHash(old.root, head.root);
}

async function isRootOf(db: ReadDb, { size, root }: Checkpoint): Promise<boolean> {
  try {
    return isSameHash(await rootAt(db, size), root);
  } catch (thrown) {
    if (thrown instanceof TreeIncomplete) return false;
    throw thrown;
  }
}

function shortBy(standing: Standing, heads: readonly Checkpoint[]): LogTrouble | null {
  const known = heads.toSorted((one, other) => other.size - one.size)[0];
  if (known === undefined) return null;
  const missing = known.size - standing.entries;
  return missing > 0 ? { why: 'tail-cut', missing, known } : null;
}

const NOTHING: Checkpoint = { origin: '', size: 0, root: new Uint8Array(32) };

function treeFault(standing: Standing): LogFault | null {
  if (standing.tree === undefined) return 'tree-edited';
  return standing.entries > standing.tree.size ? 'entry-unproved' : null;
}

/** The head beside the records, or what is wrong with it; null where none was ever signed. */
function outsideHead(standing: Standing, { note, keys }: OutsideHead): Checkpoint | LogFault | null {
  if (note === null) return standing.stored === undefined ? null : 'head-missing';
  const head = signedHead(note, keys);
  if (head === undefined) return 'head-forged';
  const isOurs = head.origin === standing.logs.at(-1)?.origin;
  if (isOurs) return head;
  return isSettled(head, standing) ? null : 'other-log';
}

/** What differs, where no entry is missing: the first of these that holds. */
async function otherEntries(db: ReadDb, standing: Standing, head: Checkpoint | null): Promise<LogFault | null> {
  const { tree } = standing;
  const fault = treeFault(standing);
  if (fault !== null || tree === undefined) return fault;
  if (head !== null && !(await isRootOf(db, head))) return 'history-rewritten';
  return (await isRootOf(db, tree)) ? null : 'tree-edited';
}

/**
 * Compares the log with the newest head that is known of it, in the records and beside them, without reading every
 * entry. Null where it only grew.
 */
export async function judgeLog(db: ReadDb, outside: OutsideHead): Promise<LogTrouble | null> {
  const standing = await readStanding(db);
  const { stored, tree } = standing;
  const head = outsideHead(standing, outside);
  const heads = [typeof head === 'string' ? null : head, stored, tree].filter(
    (one) => one !== null && one !== undefined,
  );
  const short = shortBy(standing, heads);
  if (short !== null) return short;
  const why = typeof head === 'string' ? head : await otherEntries(db, standing, head);
  return why === null ? null : { why, missing: 0, known: heads[0] ?? NOTHING };
}
