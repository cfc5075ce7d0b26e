// A station that comes back is put together in a folder of its own beside where it will stand: what is cut off there was
// never a station, and may hold whom a court ordered away since the backup.
import { join } from 'node:path';
import { overwriteTree } from './overwrite.ts';

/** @param folder the one that will hold the records */
export function comingBackPath(folder: string): string {
  return join(folder, 'station-in-making');
}

/** Takes away what is left of it, with zeros over it. */
export async function clearComingBack(folder: string): Promise<void> {
  await overwriteTree(comingBackPath(folder), { progress: () => undefined });
}

/** The same where nothing hangs on it: what cannot be taken away keeps no station shut, and the next try tells of it. */
export async function tryClearComingBack(folder: string): Promise<void> {
  await clearComingBack(folder).catch(() => undefined);
}
