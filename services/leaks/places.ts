import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../keys/safe-files.ts';
import type { StationOptions } from '../state.ts';
import type { Place } from './files.ts';

/** Of the program, and of Chromium where it names no program. */
const LEFT_IN_TEMPORARY = /^(?:sallyport|\.org\.chromium\.)/i;
/** In folders into which every program's dumps go. From source, the program is called as its host is. */
const OUR_DUMPS = /sallyport|electron/i;

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    // What the system keeps closed is there, and told as unread.
    (thrown: unknown) => !['ENOENT', 'ENOTDIR'].includes(systemCode(thrown)),
  );
}

async function namedIn(folder: string, names: RegExp): Promise<readonly string[]> {
  // A folder of the system that nobody may list tells nothing, and holds nothing that this person could read.
  const all = await readdir(folder).catch(() => []);
  return all.filter((name) => names.test(name)).map((name) => join(folder, name));
}

/** No link, which anybody may have planted there, and of this person where files have owners. */
async function isOwn(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined || found.isSymbolicLink()) return false;
  return process.getuid === undefined || found.uid === process.getuid();
}

async function leftIn(temporary: string): Promise<readonly Place[]> {
  const named = await namedIn(temporary, LEFT_IN_TEMPORARY);
  const own = await Promise.all(named.map(isOwn));
  return named.filter((_, at) => own[at]).map((folder) => ({ folder, copies: false, foundByName: true }));
}

async function thoseThere(paths: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(paths.map(isThere));
  return paths.filter((_, at) => there[at]);
}

/** Place in the list of the first that is not there; -1 where all are. */
export async function firstMissing(paths: readonly string[]): Promise<number> {
  const there = await Promise.all(paths.map(isThere));
  return there.indexOf(false);
}

/** All that the program writes, or leaves behind, by what it is. */
export interface OwnPlaces {
  /** The station folder, and what lies in the folder of temporary files. */
  readonly own: readonly Place[];
  /** Chromium's own. */
  readonly program: readonly Place[];
  readonly dumps: readonly Place[];
  readonly prints: readonly Place[];
}

const ours = (folder: string): Place => ({ folder, copies: false });

/** Those of them that are there. */
export async function ownPlaces({ folder, temporary, writtenBeside }: StationOptions): Promise<OwnPlaces> {
  const { program, dumps, sharedDumps, prints } = writtenBeside;
  const shared = await Promise.all(sharedDumps.map((one) => namedIn(one, OUR_DUMPS)));
  return {
    own: [ours(folder), ...(await leftIn(temporary))],
    program: (await thoseThere(program)).map(ours),
    dumps: [
      ...(await thoseThere(dumps)).map((one) => ({ ...ours(one), dumps: true })),
      ...shared.flat().map((one) => ({ ...ours(one), dumps: true, foundByName: true })),
    ],
    prints: (await thoseThere(prints)).map((one) => ({ folder: one, copies: true })),
  };
}
