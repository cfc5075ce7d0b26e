import type { RestoredStation } from '../../contract/backup.ts';
import type { Reply } from '../../contract/reply.ts';
import { StoreFault } from '../../db/fault.ts';
import { holdStation } from '../../db/lock.ts';
import { makePrivateFolder } from '../keys/safe-files.ts';
import { lockPath, readStationFile } from '../keys/station-files.ts';
import { refuse, refused } from '../reply.ts';
import { refusalOf } from '../store-refusal.ts';
import type { RestoreOptions, RestoreWatch, Restoring } from './restore-request.ts';
import { restoreStation } from './restore-station.ts';

/** Brings a station back into a folder that nobody holds; holds it meanwhile. */
export async function restoreFolder(
  options: RestoreOptions,
  input: Restoring,
  watch: RestoreWatch,
): Promise<Reply<RestoredStation>> {
  try {
    await makePrivateFolder(options.folder);
    const lock = holdStation(lockPath(options.folder), options.addon);
    try {
      const file = await readStationFile(options.folder);
      if (!file.ok) return refused(file.refusal);
      return file.value === null ? await restoreStation(options, input, watch) : refuse('station-exists');
    } finally {
      lock.release();
    }
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault;
    return refused(refusalOf(fault));
  }
}
