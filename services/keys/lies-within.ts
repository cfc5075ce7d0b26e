import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';

/** Whether a folder that is there is another one or lies in it, links followed. */
export async function liesWithin(folder: string, other: string): Promise<boolean> {
  try {
    const [inner, outer] = await Promise.all([realpath(folder), realpath(other)]);
    return inner === outer || inner.startsWith(outer + sep);
  } catch {
    return false;
  }
}
