import { dirname } from 'node:path';
import type { KeyObject } from 'node:crypto';
import type { ReadDb } from '../../db/database.ts';
import { readTree } from '../../db/ledger/tree-reader.ts';
import type { Checkpoint } from '../../proof/checkpoint.ts';
import { readHeadFile } from '../keys/head-file.ts';
import { stationKeys } from '../ledger/check-heads.ts';
import { judgeLog, signedHead, type LogTrouble } from '../ledger/log-standing.ts';
import { listBackups } from './places.ts';

/** The newest head of this log that lies in any backup beside, and the one of the tree itself. */
export interface KnownHead {
  readonly known: Checkpoint;
  /** Entries of the newest head that are not here. */
  readonly missing: number;
}

async function headsBeside(path: string, keys: readonly KeyObject[]): Promise<readonly Checkpoint[]> {
  const beside = await listBackups(dirname(path));
  const heads: Checkpoint[] = [];
  for (const backup of beside) {
    const note = await readHeadFile(backup.path);
    const head = note.ok && note.value !== null ? signedHead(note.value, keys) : undefined;
    if (head !== undefined) heads.push(head);
  }
  return heads;
}

/** Where the log that comes back ends, held against every head that lies beside the backup. */
export async function knownHead(db: ReadDb, path: string, origin: string): Promise<KnownHead> {
  const { size, root } = await readTree(db);
  const beside = await headsBeside(path, await stationKeys(db));
  const newer = beside
    .filter((head) => head.origin === origin && head.size > size)
    .toSorted((one, other) => other.size - one.size);
  const [known = { origin, size, root }] = newer;
  return { known, missing: known.size - size };
}

/** Whether the backup is the log that was signed when it was made. @param path folder of the backup */
export async function judgeBackup(db: ReadDb, path: string): Promise<LogTrouble | null> {
  const note = await readHeadFile(path);
  return judgeLog(db, { note: note.ok ? note.value : null, keys: await stationKeys(db) });
}
