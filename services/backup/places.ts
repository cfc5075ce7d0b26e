// Where backups lie: FOLDER/sallyport-backups-ORI/MOMENT/. All names are such that any stick takes them.
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { readManifest, type Backup } from './manifest.ts';

const ROOT = /^sallyport-backups-[A-Z0-9]{9}$/;
/** A backup in the making; what a power cut leaves of it is no backup. */
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

/** Whole backups of one station, the newest first. Read one after another: a share that is dead holds one thread, not all. */
export async function listBackups(root: string): Promise<readonly Backup[]> {
  const found = (await namesIn(root)).filter((name) => /^\d{4}-\d{2}-\d{2}T\d{6}Z/.test(name) && !name.endsWith(PART));
  const whole: Backup[] = [];
  for (const name of found.toSorted()) {
    const read = await readManifest(join(root, name));
    if (read.ok) whole.push(read.value);
  }
  return whole.toSorted((one, other) => (one.manifest.madeAt < other.manifest.madeAt ? 1 : -1));
}

/** Removes what was broken off. */
export async function clearParts(root: string): Promise<void> {
  const parts = (await namesIn(root)).filter((name) => name.endsWith(PART));
  for (const name of parts) await rm(join(root, name), { recursive: true, force: true });
}

const NOT_THERE = bad('wrong-value', { field: 'path', params: { why: 'no-backups' } });

/** Folders of stations that lie in a place, or the place itself. */
async function rootsIn(path: string): Promise<readonly string[]> {
  if (ROOT.test(basename(path))) return [path];
  return (await namesIn(path)).filter((name) => ROOT.test(name)).map((name) => join(path, name));
}

/** Backups by the folder of one, of its station, or of the stick; where several stations lie there, none is chosen. */
export async function findBackups(path: string): Promise<Outcome<readonly Backup[]>> {
  const itself = await readManifest(path);
  if (itself.ok) return good([itself.value]);
  if (itself.refusal.params?.['why'] === 'damaged') return itself;
  const [root, other] = await rootsIn(path);
  if (other !== undefined) return bad('wrong-value', { field: 'path', params: { why: 'several-stations' } });
  const found = root === undefined ? [] : await listBackups(root);
  return found.length === 0 ? NOT_THERE : good(found);
}
