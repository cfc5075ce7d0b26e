import type { RestoredStation } from '../../contract/backup.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { makePrivateFolder } from '../keys/safe-files.ts';
import { databaseRecoveryPath, openDatabaseRecoveryFile } from '../keys/recovery-files.ts';
import { clearUnfinishedSetup, fileStamp, placeStation } from '../keys/station-files.ts';
import { wipeStationKey, type StationKey } from '../keys/station-key.ts';
import { refused } from '../reply.ts';
import { bringFiles } from './bring-files.ts';
import { clearComingBack, comingBackPath, tryClearComingBack } from './coming-back.ts';
import type { Backup } from './manifest.ts';
import { withPlaces, type Places } from './places-by-carrier.ts';
import type { RestoreOptions, RestoreWatch, Restoring } from './restore-request.ts';
import { reviveRecords } from './revive-records.ts';

type Ready =
  | { readonly ok: true; readonly backup: Backup; readonly key: StationKey }
  | { readonly ok: false; readonly refusal: Refusal };

/** The backup and the key that opens it, before anything is copied. */
async function prepare({ path, recoveryFolder, recoveryKey }: Restoring, places: Places): Promise<Ready> {
  const found = await places.find(path);
  if (!found.ok) return found;
  const [backup] = found.value;
  if (backup === undefined) return { ok: false, refusal: { code: 'not-found', field: 'path' } };
  const file = await places.read(databaseRecoveryPath(recoveryFolder), 'recoveryFolder');
  const opened = await openDatabaseRecoveryFile(file, recoveryKey, backup.manifest.station.name);
  return opened.ok ? { ok: true, backup, key: opened.value } : opened;
}

interface Coming {
  readonly input: Restoring;
  readonly backup: Backup;
  readonly key: StationKey;
  readonly places: Places;
  readonly watch: RestoreWatch;
}

/** Puts it together where it is no station yet; it stands once all of it lies in its place. */
async function comeBack(options: RestoreOptions, { places, ...coming }: Coming): Promise<Reply<RestoredStation>> {
  const own = { ...options, folder: comingBackPath(options.folder) };
  const { backup, watch } = coming;
  await clearComingBack(options.folder);
  try {
    await makePrivateFolder(own.folder);
    const brought = await bringFiles(own.folder, backup, { places, watch });
    if (!brought.ok) return refused(brought.refusal);
    watch.phase('settling', backup.manifest.bytes);
    const reply = await reviveRecords({ options: own, beside: brought.value, ...coming });
    if (!reply.ok) return reply;
    await clearUnfinishedSetup(options.folder, fileStamp(options.clock.now()));
    await placeStation(own.folder, options.folder);
    return reply;
  } finally {
    // What cannot be cleared now goes with the next one, or as the station opens; it changes nothing of what came back.
    await tryClearComingBack(options.folder);
  }
}

/**
 * Makes a station out of a backup, with the recovery key and the recovery files: nothing else is needed. What is refused
 * leaves the folder as it was. The caller holds the station's lock. The key that opened the backup is wiped: the station
 * opens anew with the passphrase that was set.
 */
export async function restoreStation(
  options: RestoreOptions,
  input: Restoring,
  watch: RestoreWatch,
): Promise<Reply<RestoredStation>> {
  return withPlaces(options, watch, async (places) => {
    const ready = await prepare(input, places);
    if (!ready.ok) return refused(ready.refusal);
    const { backup, key } = ready;
    try {
      return await comeBack(options, { input, backup, key, places, watch });
    } finally {
      wipeStationKey(key);
    }
  });
}
