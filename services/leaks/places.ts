import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** What this program may have left behind in the folder of temporary files. */
export async function leftovers(temporary: string): Promise<readonly string[]> {
  if (!(await isThere(temporary))) return [];
  const names = await readdir(temporary);
  return names.filter((name) => name.startsWith('sallyport')).map((name) => join(temporary, name));
}

/** Place in the list of the first that is not there; -1 where all are. */
export async function firstMissing(paths: readonly string[]): Promise<number> {
  const there = await Promise.all(paths.map(isThere));
  return there.indexOf(false);
}
