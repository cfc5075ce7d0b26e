import { stationDate, type Clock } from './clock.ts';
import { readPackBook, standingPack, type StandingPack } from './pack-book.ts';
import { wipeStationKey } from './keys/station-key.ts';
import type { OpenStation, StationState } from './state.ts';

/** A station whose records can be read. Which version of the policy is in force is asked anew each time: days pass. */
export async function openStation(
  opened: Pick<OpenStation, 'store' | 'key' | 'station' | 'logTrouble'>,
  clock: Clock,
): Promise<OpenStation> {
  const standing = (book: OpenStation['packBook']): StandingPack => standingPack(book, stationDate(clock.now()));
  const open: OpenStation = {
    ...opened,
    packBook: await readPackBook(opened.store.read),
    get pack() {
      return standing(this.packBook).pack;
    },
    get packDigest() {
      return standing(this.packBook).digest;
    },
    get policyTrouble() {
      return standing(this.packBook).trouble;
    },
  };
  return open;
}

/** Closes the records; nothing of their key stays where it can be wiped. */
export async function closeRecords(state: Pick<StationState, 'open'>): Promise<void> {
  const { open } = state;
  if (open === null) return;
  await open.store.close();
  state.open = null;
  wipeStationKey(open.key);
}
