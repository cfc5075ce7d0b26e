import { readFile, stat } from 'node:fs/promises';
import { fail, type Finding } from '../../proof/verify/finding.ts';

/** A file of at most this size, or why it cannot be looked at. */
export async function readSmall(path: string, most: number): Promise<Uint8Array | Finding> {
  try {
    if ((await stat(path)).size > most) return fail('format', 'far too large for a record');
    return await readFile(path);
  } catch {
    return fail('format', 'there is no such file, or it may not be read');
  }
}
