import type { RestoredStation } from '../../contract/backup.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { StoreFault } from '../../db/fault.ts';
import { bringFiles } from './bring-files.ts';
import { openDatabaseRecovery } from '../keys/recovery-files.ts';
import { clearUnfinishedSetup, fileStamp, removeUnfinished } from '../keys/station-files.ts';
import { wipeStationKey, type StationKey } from '../keys/station-key.ts';
import { refused } from '../reply.ts';
import { RolledBack } from '../rolled-back.ts';
import type { Backup } from './manifest.ts';
import { findBackups } from './places.ts';
import { copyRefusal } from './refusals.ts';
import type { RestoreOptions, RestoreWatch, Restoring } from './restore-request.ts';
import { reviveRecords } from './revive-records.ts';

type Ready =
  | { readonly ok: true; readonly backup: Backup; readonly key: StationKey }
  | { readonly ok: false; readonly refusal: Refusal };

/** The backup and the key that opens it, before anything is copied. */
async function prepare({ path, recoveryFolder, recoveryKey }: Restoring): Promise<Ready> {
  const found = await findBackups(path);
  if (!found.ok) return found;
  const [backup] = found.value;
  if (backup === undefined) return { ok: false, refusal: { code: 'not-found', field: 'path' } };
  const opened = await openDatabaseRecovery(recoveryFolder, recoveryKey, backup.manifest.station.name);
  return opened.ok ? { ok: true, backup, key: opened.value } : opened;
}

function told(thrown: unknown): Reply<never> {
  if (thrown instanceof RolledBack) return refused(...thrown.refusals);
  if (thrown instanceof StoreFault && thrown.code === 'wrong-key') {
    const what = 'The recovery files do not open it: they are of another station, or of an older key.';
    const next = 'Take the recovery files that were made with this station.';
    const params = { file: 'records.db', cannot: 'opened', what, next };
    return refused({ code: 'unreadable-file', field: 'path', params });
  }
  const refusal = copyRefusal(thrown, 'path');
  if (refusal === undefined) throw thrown;
  return refused(refusal);
}

/** What is refused leaves the folder as empty as it was. */
async function restoreFrom(
  options: RestoreOptions,
  restoring: { readonly input: Restoring; readonly backup: Backup; readonly key: StationKey },
  watch: RestoreWatch,
): Promise<Reply<RestoredStation>> {
  let whole = false;
  await clearUnfinishedSetup(options.folder, fileStamp(options.clock.now()));
  try {
    const no = await bringFiles(options.folder, restoring.backup, watch);
    if (no !== null) return refused(no);
    const reply = await reviveRecords({ options, watch, ...restoring });
    whole = reply.ok;
    return reply;
  } finally {
    if (!whole) await removeUnfinished(options.folder);
  }
}

/**
 * Makes a station out of a backup, with the recovery key and the recovery files: nothing else is needed. What is refused
 * leaves the folder as empty as it was. The caller holds the station's lock. The key that opened the backup is wiped: the
 * station opens anew with the passphrase that was set.
 */
export async function restoreStation(
  options: RestoreOptions,
  input: Restoring,
  watch: RestoreWatch,
): Promise<Reply<RestoredStation>> {
  try {
    const ready = await prepare(input);
    if (!ready.ok) return refused(ready.refusal);
    const { backup, key } = ready;
    try {
      return await restoreFrom(options, { input, backup, key }, watch);
    } finally {
      wipeStationKey(key);
    }
  } catch (thrown) {
    return told(thrown);
  }
}
