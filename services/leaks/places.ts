import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StationOptions } from '../state.ts';
import type { Place } from './files.ts';

/** Of the program, and of Chromium where it names no program. */
const LEFT_IN_TEMPORARY = /^(?:sallyport|\.org\.chromium\.)/i;
/** In folders into which every program's dumps go. From source, the program is called as its host is. */
const OUR_DUMPS = /sallyport|electron/i;

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function namedIn(folder: string, names: RegExp): Promise<readonly string[]> {
  // A folder of the system that nobody may list tells nothing, and holds nothing that this person could read.
  const all = await readdir(folder).catch(() => []);
  return all.filter((name) => names.test(name)).map((name) => join(folder, name));
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
    own: [folder, ...(await namedIn(temporary, LEFT_IN_TEMPORARY))].map(ours),
    program: (await thoseThere(program)).map(ours),
    dumps: [...(await thoseThere(dumps)), ...shared.flat()].map(ours),
    prints: (await thoseThere(prints)).map((one) => ({ folder: one, copies: true })),
  };
}
