// A copy of a sealed paper in a folder of somebody's choice: from then on it lies outside the sealed records.
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { liesWithin } from './lies-within.ts';
import { type Outcome, bad, good } from './outcome.ts';
import { systemCode, syncFolder, writeNewFile, writeRefusal } from './safe-files.ts';
import type { MediaType, ScanFile } from './scan-box.ts';

const ENDINGS: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
};
const FIELD = 'folder';

const because = (why: string): ReturnType<typeof bad> => bad('wrong-value', { field: FIELD, params: { why } });

/** Of the matter and the beginning of the hash, so that two papers of one matter do not take each other's place. */
function nameOf(number: string, sha256: string, mediaType: MediaType): string {
  return `${number}-${sha256.slice(0, 8)}.${ENDINGS[mediaType]}`;
}

/** Where the copy may go: never among the records, never over a file that is there. */
export async function placeForCopy(
  folder: string,
  of: {
    readonly stationFolder: string;
    readonly number: string;
    readonly sha256: string;
    readonly mediaType: MediaType;
  },
): Promise<Outcome<string>> {
  if (await liesWithin(folder, of.stationFolder)) return because('records-folder');
  const path = join(folder, nameOf(of.number, of.sha256, of.mediaType));
  const taken = await access(path).then(
    () => true,
    () => false,
  );
  return taken ? because('copy-there') : good(path);
}

/** Writes the copy for its reader alone, whole or not at all. */
export async function writeCopy(folder: string, path: string, { bytes }: ScanFile): Promise<Outcome<string>> {
  try {
    await writeNewFile(path, bytes);
    await syncFolder(folder);
    return good(path);
  } catch (thrown) {
    if (systemCode(thrown) === 'EEXIST') return because('copy-there');
    await rm(path, { force: true }).catch(() => undefined);
    const told = writeRefusal(thrown, FIELD);
    if (told === undefined) throw thrown;
    return told;
  }
}
