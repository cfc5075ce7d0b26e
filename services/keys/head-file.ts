import { readFile } from 'node:fs/promises';
import { type Outcome, bad, good } from './outcome.ts';
import { replaceFile, systemCode } from './safe-files.ts';
import { headPath } from './station-files.ts';

/** The newest signed head of the log, kept beside the records so that an older copy of them can be told; null where there is none. */
export async function readHeadFile(folder: string): Promise<Outcome<string | null>> {
  try {
    return good(await readFile(headPath(folder), 'utf8'));
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return good(null);
    return bad('unreadable-file', { params: { file: 'log-head.txt', why: 'not-readable' } });
  }
}

/** After a power cut there is the old head or the new one. */
export async function writeHeadFile(folder: string, note: string): Promise<void> {
  await replaceFile(headPath(folder), note);
}
