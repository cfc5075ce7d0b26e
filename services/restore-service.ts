import type { z } from 'zod';
import type {
  CopyProgress,
  FoundBackups,
  RestoredStation,
  restoreLookInput,
  restoreRunInput,
} from '../contract/backup.ts';
import type { Reply } from '../contract/reply.ts';
import { watchOf } from './backup/backup-work.ts';
import { lineOf } from './backup/manifest.ts';
import { findBackups } from './backup/places.ts';
import { restoreStation } from './backup/restore-station.ts';
import { readStationFile } from './keys/station-files.ts';
import { done, refuse, refused } from './reply.ts';
import type { Caller } from './route.ts';
import type { StationState } from './state.ts';

async function refuseWhereOneStands(state: StationState): Promise<Reply<never> | null> {
  const file = await readStationFile(state.options.folder);
  if (!file.ok) return refused(file.refusal);
  return file.value === null ? null : refuse('station-exists');
}

/** What lies on a stick, for whoever stands before an empty machine with it. */
export async function lookForBackups(
  { state }: Caller,
  { path }: z.output<typeof restoreLookInput>,
): Promise<Reply<FoundBackups>> {
  const no = await refuseWhereOneStands(state);
  if (no !== null) return no;
  const found = await findBackups(path);
  if (!found.ok) return refused(found.refusal);
  const [newest] = found.value;
  if (newest === undefined) return refuse('not-found', { field: 'path' });
  const { name, ori } = newest.manifest.station;
  return done({ station: { name, ori }, backups: found.value.map(lineOf) });
}

/** Brings a station back into this empty folder. One at a time, and never beside a set-up. */
export async function restoreHere(
  { state }: Caller,
  input: z.output<typeof restoreRunInput>,
): Promise<Reply<RestoredStation>> {
  if (state.founding) return refuse('station-in-use');
  state.founding = true;
  try {
    const no = await refuseWhereOneStands(state);
    if (no !== null) return no;
    state.backup.cancelled = false;
    return await restoreStation(state.options, input, watchOf(state.backup));
  } finally {
    state.founding = false;
    state.backup.running = null;
  }
}

export function restoreProgress({ state }: Caller): Promise<Reply<CopyProgress | null>> {
  return Promise.resolve(done(state.founding ? state.backup.running : null));
}
