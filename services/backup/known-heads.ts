import type { ReadDb } from '../../db/database.ts';
import { readTree } from '../../db/ledger/tree-reader.ts';
import type { Checkpoint } from '../../proof/checkpoint.ts';
import { readHeadFile } from '../keys/head-file.ts';
import { stationKeys } from '../ledger/check-heads.ts';
import { judgeLog, signedHead, type LogTrouble } from '../ledger/log-standing.ts';

/** The newest head of this log that lies in any backup beside, and the one of the tree itself. */
export interface KnownHead {
  readonly known: Checkpoint;
  /** Entries of the newest head that are not here. */
  readonly missing: number;
}

/** Where the log that comes back ends, held against every head that lies beside the backup. @param heads their notes */
export async function knownHead(db: ReadDb, heads: readonly string[], origin: string): Promise<KnownHead> {
  const { size, root } = await readTree(db);
  const keys = await stationKeys(db);
  const newer = heads
    .map((note) => signedHead(note, keys))
    .filter((head) => head !== undefined)
    .filter((head) => head.origin === origin && head.size > size)
    .toSorted((one, other) => other.size - one.size);
  const [known = { origin, size, root }] = newer;
  return { known, missing: known.size - size };
}

/** Whether the backup is the log that was signed when it was made. @param folder where its files were brought */
export async function judgeBackup(db: ReadDb, folder: string): Promise<LogTrouble | null> {
  const note = await readHeadFile(folder);
  return judgeLog(db, { note: note.ok ? note.value : null, keys: await stationKeys(db) });
}
