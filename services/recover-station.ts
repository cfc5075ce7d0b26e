import type { Reply } from '../contract/reply.ts';
import { StoreFault } from '../db/fault.ts';
import { holdStation } from '../db/lock.ts';
import { openStore, type Store } from '../db/open.ts';
import { getStation } from '../db/station/reader.ts';
import type { Refusal } from '../policy/refusal.ts';
import { openDatabaseRecovery } from './keys/recovery-files.ts';
import { lockPath, readStationFile, recordsPath } from './keys/station-files.ts';
import { wipeStationKey, type StationKey } from './keys/station-key.ts';
import { recoverChief } from './recover-chief.ts';
import type { Recovered, Recovering, RecoverOptions } from './recover-request.ts';
import { refuse, refused } from './reply.ts';
import { refusalOf } from './store-refusal.ts';

/** The copy is whole and its recovery key right, but the records are not those it was made for. */
function ofOtherRecords(): Refusal {
  const what = 'Its key does not open these records: they are of another station, or damaged.';
  const next = 'Take the copy that was made with this station, or bring back the last backup.';
  const params = { file: 'database-recovery.json', why: 'other-records', cannot: 'used here', what, next };
  return { code: 'unreadable-file', field: 'database-recovery.json', params };
}

async function withRecords(
  { folder, addon }: RecoverOptions,
  key: StationKey,
  work: (store: Store) => Promise<Reply<Recovered>>,
): Promise<Reply<Recovered>> {
  const store = await openStore({
    file: recordsPath(folder),
    keys: { database: key.database, mark: key.mark },
    ...(addon === undefined ? {} : { addon }),
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function recoverHeld(options: RecoverOptions, input: Recovering, named: string): Promise<Reply<Recovered>> {
  const opened = await openDatabaseRecovery(input.recoveryFolder, input.recoveryKey, named);
  if (!opened.ok) return refused(opened.refusal);
  const key = opened.value;
  try {
    return await withRecords(options, key, async (store) => {
      const station = await getStation(store.read);
      return recoverChief({ options, store, key, station }, input);
    });
  } finally {
    wipeStationKey(key);
  }
}

const toldBy = (fault: StoreFault): Refusal => (fault.code === 'wrong-key' ? ofOtherRecords() : refusalOf(fault));

/**
 * Gives a chief a new passphrase with the recovery key and the recovery files, where every passphrase is forgotten or
 * the keyring is lost. Holds the station meanwhile. What is refused changes nothing.
 */
export async function recoverStation(options: RecoverOptions, input: Recovering): Promise<Reply<Recovered>> {
  const file = await readStationFile(options.folder);
  if (!file.ok) return refused(file.refusal);
  if (file.value === null) return refuse('wrong-value', { field: 'folder', params: { why: 'no-station' } });
  try {
    const lock = holdStation(lockPath(options.folder), options.addon);
    try {
      return await recoverHeld(options, input, file.value.name);
    } finally {
      lock.release();
    }
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault;
    return refused(toldBy(fault));
  }
}
