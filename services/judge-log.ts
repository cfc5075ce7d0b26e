import type { Store } from '../db/open.ts';
import { readHeadFile } from './keys/head-file.ts';
import { stationKeys } from './ledger/check-heads.ts';
import { judgeLog, type LogTrouble } from './ledger/log-standing.ts';

/** Compares the log with the newest head that is known of it. A file that cannot be read counts as none. */
export async function judgeStationLog(folder: string, store: Store): Promise<LogTrouble | null> {
  const file = await readHeadFile(folder);
  return judgeLog(store.read, { note: file.ok ? file.value : null, keys: await stationKeys(store.read) });
}
