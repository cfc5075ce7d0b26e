import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { LeakedText } from '../../contract/system.ts';
import { systemCode } from '../keys/safe-files.ts';
import type { Wordless } from './kinds.ts';
import { lookAtFile } from './look-at.ts';
import { HIDDEN, shownName, type Found } from './put-before.ts';
import { DAMAGED } from './unread.ts';

/** A copy of memory, as Chromium, Windows, Linux and what collects for it write them. */
const DUMP = /\.(?:dmp|core|mdmp|hdmp|crash)$|^core(?:\.\d+)?$|^core\..+\.(?:zst|lz4|xz)$/i;
/** In a folder of dumps. */
const DUMP_AMONG_DUMPS = /^core\b/i;
/** By which Chromium keeps others out while it runs; empty. */
const LOCK = /^(?:lockfile|LOCK|Singleton(?:Lock|Cookie|Socket))$/;

export interface Place {
  readonly folder: string;
  /** Copies that left: a contact with an agency may name it. */
  readonly copies: boolean;
  /** Dumps of crashes lie there. */
  readonly dumps?: boolean;
  /** It was found by its name where others may write as well: where it is a link, it is not followed. */
  readonly foundByName?: boolean;
}

export interface LookedAt {
  readonly files: number;
  /** Names of files that could not be read, each with the reason. */
  readonly unread: readonly string[];
  /** One for each file of which nothing, or not all, can be read, and that is no fault. */
  readonly wordless: readonly Wordless[];
  readonly leaks: readonly LeakedText[];
}

interface Look extends Found {
  files: number;
}

/** Folders that were looked at, as the system names them. */
export type Covered = Set<string>;

function isCovered(path: string, covered: Covered): boolean {
  return [...covered].some((folder) => path === folder || path.startsWith(folder + sep));
}

interface At {
  readonly place: Place;
  readonly look: Look;
  readonly covered: Covered;
  /** Names as they may be shown, by path: each is put before the screen once. */
  readonly names: Map<string, string>;
}

/** As it may be shown; a name that tells is a leak, and its folder's is not told again. */
function nameOf(path: string, { place, look, names }: At): string {
  const known = names.get(path);
  if (known !== undefined) return known;
  const above = names.get(dirname(path));
  const isHidden = above?.startsWith(HIDDEN) === true;
  const written = isHidden ? basename(path) : relative(join(place.folder, '..'), path);
  const shown = shownName(written, place.copies, (one) => look.leaks.push(one));
  const name = isHidden && shown !== HIDDEN ? `${HIDDEN}/${shown}` : shown;
  names.set(path, name);
  return name;
}

function isDump(path: string, { dumps = false }: Place): boolean {
  return DUMP.test(basename(path)) || (dumps && DUMP_AMONG_DUMPS.test(basename(path)));
}

async function lookAt(path: string, at: At): Promise<void> {
  const { place, look } = at;
  const { size } = await lstat(path);
  look.files += 1;
  const name = nameOf(path, at);
  if (isDump(path, place)) {
    look.leaks.push({ place: name, part: 'a copy of memory', category: 'dump', clause: '1(b)', length: size });
  } else {
    await lookAtFile(path, { name, copies: place.copies, found: look });
  }
}

/** Names as they are on the disk. @returns undefined for one that is no text */
async function namesIn(path: string): Promise<readonly (string | undefined)[]> {
  const names = await readdir(path, { encoding: 'buffer' });
  return names
    .map((bytes) => {
      const name = bytes.toString('utf8');
      return bytes.equals(Buffer.from(name)) ? name : undefined;
    })
    .toSorted();
}

async function walk(path: string, at: At): Promise<void> {
  const found = await lstat(path);
  if (isCovered(path, at.covered)) return;
  if (found.isFile()) await lookAt(path, at);
  if (!found.isDirectory()) return;
  const shown = nameOf(path, at);
  for (const name of await namesIn(path)) {
    if (name === undefined) at.look.unread.push(`${shown}/... (a name that is no text)`);
    else await orTold(join(path, name), at);
  }
}

/** What is gone by now, such as a cache of the window that runs, left nothing; what the system keeps closed is told. */
async function orTold(path: string, at: At): Promise<void> {
  try {
    await walk(path, at);
  } catch (thrown) {
    const code = systemCode(thrown);
    const why = code === '' ? DAMAGED : 'the system does not let it be read';
    if (code === 'ENOENT') return;
    if (LOCK.test(basename(path))) at.look.wordless.push('lock');
    else at.look.unread.push(`${nameOf(path, at)} (${why})`);
  }
}

/** As the system names it. Where it is gone by now, or closed, the walk tells. */
async function namedBySystem({ folder, foundByName = false }: Place): Promise<string> {
  if (!foundByName) return realpath(folder).catch(() => folder);
  return join(await realpath(dirname(folder)).catch(() => dirname(folder)), basename(folder));
}

/**
 * Looks at every file below these places, in any size; of what is encrypted nothing can be read, and the records are
 * looked at row by row. Links in them are not followed. @param covered is left out, and grows by these places
 */
export async function findFileLeaks(places: readonly Place[], covered: Covered = new Set()): Promise<LookedAt> {
  const look: Look = { files: 0, leaks: [], unread: [], wordless: [] };
  for (const place of places) {
    const folder = await namedBySystem(place);
    await orTold(folder, { place: { ...place, folder }, look, covered, names: new Map() });
    covered.add(folder);
  }
  return look;
}
