import { readFile, stat } from 'node:fs/promises';
import { fail, type Finding } from './finding.ts';

/** Far more than any record: what is larger is not one. */
export const MOST_BYTES = 4_194_304;

/** A file of at most this size, or why it cannot be looked at. */
export async function readSmall(path: string, most = MOST_BYTES): Promise<Buffer | Finding> {
  try {
    if ((await stat(path)).size > most) return fail('format', 'far too large for a record');
    return await readFile(path);
  } catch {
    return fail('format', 'there is no such file, or it may not be read');
  }
}
