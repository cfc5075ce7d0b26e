import { StoreFault } from '../db/fault.ts';
import { openStore } from '../db/open.ts';
import { getStation } from '../db/station/reader.ts';
import type { Refusal } from '../policy/refusal.ts';
import { openSlot, openSystemSlot } from './keys/keyring.ts';
import { keyringPath, recordsPath } from './keys/station-files.ts';
import { oneAtATime } from './keys/one-at-a-time.ts';
import { isSameKey, wipeStationKey, type StationKey } from './keys/station-key.ts';
import { tryClearComingBack } from './backup/coming-back.ts';
import { clearStage } from './backup/stage-backup.ts';
import { recordWaitingTries } from './door-tries.ts';
import { judgeStationLog } from './judge-log.ts';
import { signMonthEnd } from './log-head.ts';
import { openStation } from './open-station.ts';
import { refusalOf } from './store-refusal.ts';
import type { StationState } from './state.ts';

export type Unsealed =
  | { readonly kind: 'opened'; readonly personId: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

async function openOnce(state: StationState, key: StationKey): Promise<Refusal | null> {
  const { folder, addon } = state.options;
  try {
    const store = await openStore({
      file: recordsPath(folder),
      keys: { database: key.database, mark: key.mark },
      ...(addon === undefined ? {} : { addon }),
    });
    try {
      const station = await getStation(store.read);
      const logTrouble = await judgeStationLog(folder, store);
      state.open = await openStation({ store, key, station, logTrouble }, state.options.clock);
      // What a power cut left of a backup in the making takes room, and may hold whom a court ordered away since.
      await clearStage(folder).catch(() => undefined);
      await tryClearComingBack(folder);
      if (logTrouble === null) await signMonthEnd(state, state.open);
      await recordWaitingTries(state);
    } finally {
      if (state.open === null) await store.close();
    }
    return null;
  } catch (fault) {
    if (fault instanceof StoreFault) return refusalOf(fault);
    throw fault;
  }
}

/**
 * Opens the records with the station key and remembers them; answers why not, where that fails. Whoever comes
 * meanwhile waits, finds them open, and must have the same key.
 */
function openRecords(state: StationState, key: StationKey): Promise<Refusal | null> {
  return oneAtATime(recordsPath(state.options.folder), async () => {
    try {
      if (state.open === null) return await openOnce(state, key);
      return isSameKey(state.open.key, key) ? null : { code: 'wrong-key' };
    } finally {
      if (state.open?.key !== key) wipeStationKey(key);
    }
  });
}

/** Opens the records with somebody's passphrase, by their slot in the keyring. */
export async function unsealWithPassphrase(
  state: StationState,
  secret: { readonly name: string; readonly passphrase: string },
): Promise<Unsealed> {
  const slot = await openSlot(keyringPath(state.options.folder), secret.name, secret.passphrase);
  if (slot.kind === 'wrong') return { kind: 'wrong' };
  if (slot.kind === 'refused') return { kind: 'refused', refusal: slot.refusal };
  const refusal = await openRecords(state, slot.key);
  return refusal === null ? { kind: 'opened', personId: slot.personId } : { kind: 'refused', refusal };
}

/** Opens the records with the operating system's key store, where it protects. False where a sign-in must do it. */
export async function unsealWithSystem(state: StationState): Promise<boolean> {
  const guard = state.options.systemKeyGuard;
  if (guard === undefined || !(await guard.protects())) return false;
  const key = await openSystemSlot(keyringPath(state.options.folder), guard);
  if (key === null) return false;
  state.trouble = await openRecords(state, key);
  return state.trouble === null;
}
