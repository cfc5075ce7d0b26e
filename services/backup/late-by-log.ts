import type { ReadDb } from '../../db/database.ts';
import { readTree } from '../../db/ledger/tree-reader.ts';
import { newestExpungement } from '../../db/order/carried.ts';
import { rootAt, TreeIncomplete } from '../ledger/tree.ts';
import type { Backup, Manifest } from './manifest.ts';

/** Whether the log of a backup is the beginning of this one: what a station that came back has lost is not. */
async function isOfThisLog(db: ReadDb, { entries, root }: Manifest): Promise<boolean> {
  const { size } = await readTree(db);
  if (entries > size) return false;
  try {
    return Buffer.from(await rootAt(db, entries)).toString('hex') === root;
  } catch (thrown) {
    if (thrown instanceof TreeIncomplete) return false;
    throw thrown;
  }
}

/**
 * Those that were made before the newest expungement, and may hold whom a court ordered away. The log tells it, not the
 * clock, which may have been wrong and put right since; only where a backup is of a log that is lost its time has to do.
 */
export async function listLate(db: ReadDb, backups: readonly Backup[]): Promise<readonly Backup[]> {
  const order = await newestExpungement(db);
  if (order === null) return [];
  const late: Backup[] = [];
  for (const backup of backups) {
    const { manifest } = backup;
    const before = Date.parse(manifest.madeAt) < Date.parse(order.at);
    if (manifest.entries <= order.seq || (before && !(await isOfThisLog(db, manifest)))) late.push(backup);
  }
  return late;
}
