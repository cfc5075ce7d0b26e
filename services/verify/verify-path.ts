import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CONSISTENCY_FILE } from '../../proof/bundle.ts';
import { MOST_BYTES } from '../../proof/verify/finding.ts';
import { belongs } from '../../proof/verify/folder.ts';
import type { Verdict } from '../../proof/verify/verdict.ts';
import { verify, type Given, type GivenFile } from '../../proof/verify/verify.ts';
import { MOST_ZIP_BYTES } from '../../proof/verify/zip.ts';
import { readSmall } from './read-small.ts';

export interface VerifyOptions {
  /** Expected SHA-256 fingerprint of the station's certificate, hex with or without colons. */
  readonly root?: string;
  /** File with a head of the log that is trusted: from an earlier copy, from the town clerk. */
  readonly checkpoint?: string;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

const NOT_READ = { name: 'other files', ok: true, detail: 'not read' } as const;

/** Only what belongs to a record is read. */
async function fileIn(folder: string, name: string): Promise<GivenFile> {
  return { path: name, content: belongs(name) ? await readSmall(join(folder, name), MOST_BYTES) : NOT_READ };
}

async function givenAt(path: string): Promise<Given> {
  if (!(await isFolder(path))) return { path, content: await readSmall(path, MOST_ZIP_BYTES) };
  const names = (await readdir(path)).sort();
  return { path, files: await Promise.all(names.map((name) => fileIn(path, name))) };
}

/** Reads what was named, and checks it as `proof/verify` does; nothing is written anywhere. */
export async function verifyPath(paths: readonly string[], options: VerifyOptions = {}): Promise<Verdict> {
  const given: Given[] = [];
  for (const path of paths) given.push(await givenAt(path));
  const { root, checkpoint } = options;
  if (checkpoint === undefined) return verify(given, { root });
  const head = { path: checkpoint, content: await readSmall(checkpoint, MOST_BYTES) };
  const beside = await readSmall(join(dirname(checkpoint), CONSISTENCY_FILE), MOST_BYTES);
  const consistency = beside instanceof Uint8Array ? beside : undefined;
  return verify(given, { root, checkpoint: head, consistency });
}
