import { openCopy } from '../../db/copy.ts';
import type { ReadDb } from '../../db/database.ts';
import { isSchemaWhole, listTableFaults, listTables } from '../../db/integrity/reader.ts';
import { readTree } from '../../db/ledger/tree-reader.ts';
import type { StoreOptions } from '../../db/open.ts';
import { stationKeys } from '../ledger/check-heads.ts';
import { judgeLog } from '../ledger/log-standing.ts';

/** What a copy was found to be. */
export interface CheckedCopy {
  readonly entries: number;
  /** Root over them, hex. */
  readonly root: string;
  readonly checked: readonly string[];
}

/** Thrown where a copy is not what it was made of. Says which check failed. */
export class CopyFailed extends Error {
  override readonly name = 'CopyFailed';
  readonly code = 'copy-failed';
}

const CHECKS = ['it opens with the station’s key', 'every table is whole', 'tables and guards', 'the log and its head'];

function hold(ok: boolean, what: string): void {
  if (!ok) throw new CopyFailed(what);
}

/** One table at a time: whoever books meanwhile waits for no more than one. False where it was cancelled. */
async function checkTables(db: ReadDb, cancelled: () => boolean): Promise<boolean> {
  for (const table of listTables()) {
    if (cancelled()) return false;
    hold((await listTableFaults(db, table)).length === 0, `the table ${table}`);
    await new Promise(setImmediate);
  }
  return true;
}

/**
 * Opens a copy as a station would that has nothing else, and reads every page of it.
 * Null where it was cancelled.
 * @param note the head that lies beside it
 * @throws CopyFailed, StoreFault
 */
export async function checkCopy(
  options: StoreOptions,
  note: string | null,
  cancelled: () => boolean,
): Promise<CheckedCopy | null> {
  const copy = openCopy(options);
  try {
    hold(!copy.tidyDue, 'something is due to be taken out');
    if (!(await checkTables(copy.read, cancelled))) return null;
    hold(await isSchemaWhole(copy.read), 'tables and guards');
    hold((await judgeLog(copy.read, { note, keys: await stationKeys(copy.read) })) === null, 'the log');
    const { size, root } = await readTree(copy.read);
    return { entries: size, root: root.toString('hex'), checked: CHECKS };
  } finally {
    copy.close();
  }
}
