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
import { withPlaces } from './backup/places-by-carrier.ts';
import { restoreStation } from './backup/restore-station.ts';
import { readStationFile } from './keys/station-files.ts';
import { done, refuse, refused } from './reply.ts';
import type { Caller } from './route.ts';
import type { StationState } from './state.ts';

const UNWATCHED = { progress: () => undefined, cancelled: () => false };

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
  return withPlaces(state.options, UNWATCHED, async (places) => {
    const found = await places.find(path);
    if (!found.ok) return refused(found.refusal);
    const [newest] = found.value;
    if (newest === undefined) return refuse('not-found', { field: 'path' });
    const { name, ori } = newest.manifest.station;
    return done({ station: { name, ori }, backups: found.value.map(lineOf) });
  });
}

/** Shown while it goes on, and can be ended. */
async function restoreWatched(
  { options, backup }: StationState,
  input: z.output<typeof restoreRunInput>,
): Promise<Reply<RestoredStation>> {
  backup.cancelled = false;
  backup.running = { phase: 'trying', bytes: 0, total: 0 };
  const work = restoreStation(options, input, watchOf(backup));
  backup.restoring = work.then(
    () => undefined,
    () => undefined,
  );
  try {
    return await work;
  } finally {
    backup.restoring = null;
    backup.running = null;
  }
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
    return no ?? (await restoreWatched(state, input));
  } finally {
    state.founding = false;
  }
}

export function restoreProgress({ state: { backup } }: Caller): Promise<Reply<CopyProgress | null>> {
  return Promise.resolve(done(backup.restoring === null ? null : backup.running));
}

/** Ends the one that goes on; nothing of it is left. */
export function cancelRestore({ state: { backup } }: Caller): Promise<Reply<{ readonly cancelled: boolean }>> {
  const cancelled = backup.restoring !== null;
  backup.cancelled ||= cancelled;
  return Promise.resolve(done({ cancelled }));
}
