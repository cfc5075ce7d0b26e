import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { LeakedText } from '../../contract/system.ts';
import { systemCode } from '../keys/safe-files.ts';
import type { Wordless } from './kinds.ts';
import { lookAtFile, shownName, type Found } from './look-at.ts';

/** A copy of memory, as Chromium, Windows, Linux and what collects for it write them. */
const DUMP = /\.(?:dmp|core|mdmp|hdmp|crash)$|^core(?:\.\d+)?$|^core\..+\.(?:zst|lz4|xz)$/i;

export interface Place {
  readonly folder: string;
  /** Copies that left: a contact with an agency may name it. */
  readonly copies: boolean;
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
}

/** As it may be shown; a name that tells is a leak. */
function nameOf(path: string, { place, look }: At): string {
  return shownName(relative(join(place.folder, '..'), path), { copies: place.copies, found: look });
}

async function lookAt(path: string, at: At): Promise<void> {
  const { place, look } = at;
  const { size } = await lstat(path);
  look.files += 1;
  const name = nameOf(path, at);
  if (DUMP.test(basename(path))) {
    look.leaks.push({ place: name, part: 'a copy of memory', category: 'dump', clause: '1(b)', length: size });
  } else {
    await lookAtFile(path, { name, copies: place.copies, found: look });
  }
}

async function walk(path: string, at: At): Promise<void> {
  const found = await lstat(path);
  if (found.isFile()) await lookAt(path, at);
  if (!found.isDirectory() || isCovered(path, at.covered)) return;
  const names = await readdir(path);
  for (const name of names.toSorted()) await orTold(join(path, name), at);
}

/** What is gone by now, such as a cache of the window that runs, left nothing; what the system keeps closed is told. */
async function orTold(path: string, at: At): Promise<void> {
  try {
    await walk(path, at);
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === '') throw thrown;
    if (code !== 'ENOENT') at.look.unread.push(`${nameOf(path, at)} (the system does not let it be read)`);
  }
}

/**
 * Looks at every file below these places, in any size; of what is encrypted nothing can be read, and the records are
 * looked at row by row. Links in them are not followed. @param covered is left out, and grows by these places
 */
export async function findFileLeaks(places: readonly Place[], covered: Covered = new Set()): Promise<LookedAt> {
  const look: Look = { files: 0, leaks: [], unread: [], wordless: [] };
  for (const { folder: named, copies } of places) {
    // Where it is gone by now, or closed, the walk tells.
    const folder = await realpath(named).catch(() => named);
    await orTold(folder, { place: { folder, copies }, look, covered });
    covered.add(folder);
  }
  return look;
}
