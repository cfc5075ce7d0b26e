import { lstat, readFile, readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { ABOUT_THE_CONTACT } from '../../policy/gate/records.ts';
import { screenWithMemory } from '../../policy/screen/memory.ts';
import type { Finding, ScreenField } from '../../policy/screen/verdict.ts';
import type { LeakedText } from '../../contract/system.ts';
import { textsOfFile } from './texts-of-file.ts';

/** Larger files are told and not read. */
const LARGEST = 64 * 1024 * 1024;
const DUMP = /\.(?:dmp|core|mdmp)$|^core(?:\.\d+)?$/i;

interface Place {
  readonly folder: string;
  /** Copies that left: a contact with an agency may name it. */
  readonly copies: boolean;
}

export interface LookedAt {
  readonly files: number;
  /** Names of files that could not be read. */
  readonly unread: readonly string[];
  readonly leaks: readonly LeakedText[];
}

async function filesIn(path: string): Promise<readonly string[]> {
  const found = await lstat(path);
  if (found.isFile()) return [path];
  if (!found.isDirectory()) return [];
  const names = await readdir(path);
  return (await Promise.all(names.toSorted().map((name) => filesIn(join(path, name))))).flat();
}

function firstBlock(text: string, field: ScreenField, copies: boolean): Finding | undefined {
  return screenWithMemory(text, field).findings.find(
    ({ action, category }) => action === 'block' && !(copies && ABOUT_THE_CONTACT.has(category)),
  );
}

/** A name that tells is not repeated. */
function shownName(
  path: string,
  { folder, copies }: Place,
): { readonly name: string; readonly leak: LeakedText | null } {
  const name = relative(join(folder, '..'), path);
  const found = firstBlock(name, 'file-name', copies);
  if (found === undefined) return { name, leak: null };
  const place = '(a name that is not repeated here)';
  const { category, clause, start, end } = found;
  return { name: place, leak: { place, part: 'its name', category, clause, length: end - start } };
}

async function leaksOfFile(path: string, place: Place): Promise<LookedAt> {
  const { name, leak } = shownName(path, place);
  const ofName = leak === null ? [] : [leak];
  const { size } = await lstat(path);
  if (DUMP.test(basename(path))) {
    const dump = { place: name, part: 'a copy of memory', category: 'dump', clause: '1(b)', length: size };
    return { files: 1, unread: [], leaks: [...ofName, dump] };
  }
  if (size > LARGEST) return { files: 1, unread: [name], leaks: ofName };
  const bytes = await readFile(path);
  const texts = textsOfFile(path, bytes);
  const leaks = texts.flatMap(({ text, field }, at) => {
    const found = firstBlock(text, field, place.copies);
    if (found === undefined) return [];
    const { category, clause, start, end } = found;
    return [{ place: name, part: `text ${String(at + 1)}`, category, clause, length: end - start }];
  });
  return { files: 1, unread: [], leaks: [...ofName, ...leaks] };
}

/** Looks at every file below these places; of what is encrypted nothing can be read, and the records are looked at row by row. @throws where a place is not there */
export async function findFileLeaks(places: readonly Place[]): Promise<LookedAt> {
  const all: LookedAt[] = [];
  for (const place of places) {
    for (const path of await filesIn(place.folder)) {
      all.push(await leaksOfFile(path, place));
    }
  }
  return {
    files: all.reduce((sum, { files }) => sum + files, 0),
    unread: all.flatMap(({ unread }) => unread),
    leaks: all.flatMap(({ leaks }) => leaks),
  };
}
