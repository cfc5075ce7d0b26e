// What was broken off in the folder of the plan may hold whom a court ordered away since: it goes as soon as it is seen.
import type { StationKey } from '../keys/station-key.ts';
import type { OpenStation, StationState } from '../state.ts';
import { CarrierFailed, CarrierStopped, FolderSilent, openCarrier, type Carrier } from './carrier.ts';
import { noteHanging } from './folder-tries.ts';
import { leavingPatienceOf } from './in-time.ts';
import { whyOrdersShut } from './orders-file.ts';
import { rootOf } from './places.ts';
import { forgetSeen, seeSilent } from './plan-folder.ts';
import { survey } from './settle-backup.ts';

interface Place {
  readonly folder: string;
  readonly root: string;
  readonly key: StationKey;
}

async function clear(state: StationState, carrier: Carrier, { folder, root, key }: Place): Promise<void> {
  try {
    const { laterChanges } = await survey(carrier, root, state.options);
    // Of another station, whose backup may be in the making there.
    if (whyOrdersShut(laterChanges, key) !== null) return;
    await carrier.ask<'clear'>({ kind: 'ask', act: 'clear', input: { root } }, leavingPatienceOf(state.options));
    forgetSeen(state);
  } catch (thrown) {
    if (thrown instanceof FolderSilent) {
      noteHanging(state, folder, carrier.gone);
      seeSilent(state, folder);
      return;
    }
    // What cannot be cleared now is seen again, or goes with the next backup.
    if (!(thrown instanceof CarrierStopped || thrown instanceof CarrierFailed)) throw thrown;
  } finally {
    carrier.end();
  }
}

/** Takes it away, beside all other work but a backup, which stops it. */
export async function clearPlanFolder(
  state: StationState,
  { station, key }: OpenStation,
  folder: string,
): Promise<void> {
  const { backup, options } = state;
  if (backup.running !== null || backup.clearing !== null) return;
  let stopped = false;
  const carrier = openCarrier(options.startCarrier, { progress: () => undefined, cancelled: () => stopped });
  const work = clear(state, carrier, { folder, root: rootOf(folder, station.ori), key });
  const over = work.catch(() => undefined);
  backup.clearing = {
    stop: () => {
      stopped = true;
      return over;
    },
  };
  try {
    await work;
  } finally {
    backup.clearing = null;
  }
}
