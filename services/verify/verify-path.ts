import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WAY_FILES } from '../../proof/bundle.ts';
import { textOf } from '../../proof/bytes.ts';
import { readHead } from '../../proof/verify/checkpoints.ts';
import { MOST_BYTES } from '../../proof/verify/finding.ts';
import { belongs } from '../../proof/verify/folder.ts';
import { verdictOf, type Looked, type Verdict } from '../../proof/verify/verdict.ts';
import { verify, type Given, type GivenFile } from '../../proof/verify/verify.ts';
import { MOST_ZIP_BYTES } from '../../proof/verify/zip.ts';
import { backupsAt, isSpoilt, lookAtBackup, SPOILT } from './backup-folder.ts';
import { readSmall } from './read-small.ts';

export interface VerifyOptions {
  /** Expected SHA-256 fingerprint of the station's certificate, hex with or without colons. */
  readonly root?: string;
  /** File with a head of the log that is trusted: from an earlier copy, from the town clerk. */
  readonly checkpoint?: string;
  /** File with the list of certificates that the station called back. */
  readonly crl?: string;
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

/** What is there, or nothing, which no reader takes for what it should be. */
async function bytesAt(path: string): Promise<Uint8Array> {
  const read = await readSmall(path, MOST_BYTES);
  return read instanceof Uint8Array ? read : new Uint8Array();
}

/** What was found in the backups among the paths, and the paths that are none. */
async function lookAtBackups(
  paths: readonly string[],
  { root, checkpoint, crl }: VerifyOptions,
): Promise<{ readonly looked: readonly Looked[]; readonly others: readonly string[] }> {
  const head = checkpoint === undefined ? undefined : await readSmall(checkpoint, MOST_BYTES);
  const trusted = head instanceof Uint8Array ? readHead(textOf(head)) : undefined;
  const known = { root, crl: crl === undefined ? undefined : await bytesAt(crl) };
  const looked: Looked[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const backups = await backupsAt(path);
    for (const backup of backups) looked.push(await lookAtBackup(backup, { root: known, trusted }));
    if (backups.length > 0) continue;
    if (await isSpoilt(path)) looked.push({ path, findings: [SPOILT] });
    else others.push(path);
  }
  return { looked, others };
}

/** Reads what was named, and checks it as `proof/verify` does; nothing is written anywhere. */
export async function verifyPath(paths: readonly string[], options: VerifyOptions = {}): Promise<Verdict> {
  const { looked, others } = await lookAtBackups(paths, options);
  if (looked.length === 0) return verifyOthers(paths, options);
  if (others.length === 0) return verdictOf(looked);
  return joinVerdicts(verdictOf(looked), await verifyOthers(others, options));
}

function joinVerdicts(one: Verdict, other: Verdict): Verdict {
  const firstBad = one.firstBad ?? other.firstBad;
  const checks = [...one.checks, ...other.checks];
  return { ok: one.ok && other.ok, checks, ...(firstBad === undefined ? {} : { firstBad }) };
}

/** A way lies beside the head that it leads to, and beside the one before it may lie another one. */
async function waysBeside(paths: readonly string[]): Promise<readonly Uint8Array[]> {
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  const files = folders.flatMap((folder) => WAY_FILES.map((name) => join(folder, name)));
  const found = await Promise.all(files.map((file) => readSmall(file, MOST_BYTES)));
  return found.filter((one) => one instanceof Uint8Array);
}

async function verifyOthers(paths: readonly string[], options: VerifyOptions): Promise<Verdict> {
  const given: Given[] = [];
  for (const path of paths) given.push(await givenAt(path));
  const { root, checkpoint } = options;
  const crl = options.crl === undefined ? undefined : { path: options.crl, content: await bytesAt(options.crl) };
  if (checkpoint === undefined) return verify(given, { root, crl });
  const head = { path: checkpoint, content: await readSmall(checkpoint, MOST_BYTES) };
  const consistency = await waysBeside([checkpoint, ...paths]);
  return verify(given, { root, checkpoint: head, consistency, crl });
}
