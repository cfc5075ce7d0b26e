// Where backups lie: FOLDER/sallyport-backups-ORI/MOMENT/. All names are such that any stick takes them.
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { readManifest, type Backup } from './manifest.ts';
import { overwriteTree, type OverwriteWatch } from './overwrite.ts';

const ROOT = /^sallyport-backups-[A-Z0-9]{9}$/;
/** The name of a backup, with a number where two were made within a second. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{6}Z(-\d+)?$/;
/** A backup in the making, or one that goes; what a power cut leaves of it is no backup. */
const PART = '.part';
/** Orders of a court that were carried out; it lies beside the backups. */
export const LATER_CHANGES = 'later-changes.json';

export function rootOf(folder: string, ori: string): string {
  const name = `sallyport-backups-${ori}`;
  return basename(folder) === name ? folder : join(folder, name);
}

export function partOf(path: string): string {
  return `${path}${PART}`;
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function namesIn(path: string): Promise<readonly string[]> {
  return readdir(path).catch(() => []);
}

const UNWATCHED: OverwriteWatch = { progress: () => undefined };

/** Whole backups of one station, the newest first. Read one after another: a share that is dead holds one thread, not all. */
export async function listBackups(root: string, watch: OverwriteWatch = UNWATCHED): Promise<readonly Backup[]> {
  const found = (await namesIn(root)).filter((name) => /^\d{4}-\d{2}-\d{2}T\d{6}Z/.test(name) && !name.endsWith(PART));
  const whole: Backup[] = [];
  for (const name of found.toSorted()) {
    const read = await readManifest(join(root, name));
    if (read.ok) whole.push(read.value);
    watch.progress(0);
  }
  return whole.toSorted((one, other) => (one.manifest.madeAt < other.manifest.madeAt ? 1 : -1));
}

/** A backup's own name, whose manifest is not there: an older program left it where it was cut off as it took one away. */
async function isLeft(path: string): Promise<boolean> {
  const found = MOMENT.test(basename(path)) ? await lstat(path).catch(() => null) : null;
  if (found?.isDirectory() !== true) return false;
  const read = await readManifest(path);
  return !read.ok && read.refusal.params?.['why'] === 'missing';
}

/** What was broken off in a folder of backups, as it was made or as it went. Paths. */
export async function listParts(root: string): Promise<readonly string[]> {
  const parts: string[] = [];
  for (const name of await namesIn(root)) {
    const path = join(root, name);
    if (name.endsWith(PART) || (await isLeft(path))) parts.push(path);
  }
  return parts;
}

/** Overwrites and removes what was broken off. False where it was stopped. */
export async function clearParts(root: string, watch: OverwriteWatch): Promise<boolean> {
  for (const path of await listParts(root)) {
    if (!(await overwriteTree(path, watch))) return false;
  }
  return true;
}

const NOT_THERE = bad('wrong-value', { field: 'path', params: { why: 'no-backups' } });

/** Folders of stations that lie in a place, or the place itself. */
async function rootsIn(path: string): Promise<readonly string[]> {
  if (ROOT.test(basename(path))) return [path];
  return (await namesIn(path)).filter((name) => ROOT.test(name)).map((name) => join(path, name));
}

/** Backups by the folder of one, of its station, or of the stick; where several stations lie there, none is chosen. */
export async function findBackups(path: string, watch = UNWATCHED): Promise<Outcome<readonly Backup[]>> {
  const itself = await readManifest(path);
  if (itself.ok) return good([itself.value]);
  if (itself.refusal.params?.['why'] === 'damaged') return itself;
  const [root, other] = await rootsIn(path);
  if (other !== undefined) return bad('wrong-value', { field: 'path', params: { why: 'several-stations' } });
  const found = root === undefined ? [] : await listBackups(root, watch);
  return found.length === 0 ? NOT_THERE : good(found);
}
