import type { StationOptions } from '../state.ts';

export type Patience = Pick<StationOptions, 'folderPatience'>;

/** A folder that has not answered for so many milliseconds is not waited for: a share that is dead never answers. */
const PATIENCE_MS = 10_000;

/** Milliseconds for which a folder of backups may keep somebody waiting. */
export function patienceOf({ folderPatience = PATIENCE_MS }: Patience): number {
  return folderPatience;
}

/** Where nobody is kept who does not want to wait, a disk that wakes up slowly has longer: as the last person leaves, and while a backup is brought to it. */
export function leavingPatienceOf(options: Patience): number {
  return 6 * patienceOf(options);
}

/** What the work answers; null where it has not within so many milliseconds. It goes on unseen then. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
