// What the carrier does in the folder of the backups. Nothing here knows a key: what is brought is encrypted and signed.
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bad, good } from '../keys/outcome.ts';
import { liesWithin } from '../keys/lies-within.ts';
import { makePrivateFolder, readJsonFile, replaceFile, syncFolder, writeNewFile } from '../keys/safe-files.ts';
import { isWhole } from './brought.ts';
import { CarrierStopped } from './carrier.ts';
import type { CarrierAct, CarrierAnswer, CarrierInput } from './carrier-messages.ts';
import { copyInPieces } from './copy-in-pieces.ts';
import { fetch, find, read } from './fetch-work.ts';
import { hashFile } from './hash-file.ts';
import { MANIFEST_NAME } from './manifest.ts';
import { overwriteTree } from './overwrite.ts';
import { clearParts, isFolder, LATER_CHANGES, listBackups, partOf } from './places.ts';
import { refuseWithoutRoom } from './room.ts';

/** Who looks on: hears of every piece that is done, and may want it stopped. */
export interface CarrierWatch {
  progress(bytes: number): void;
  cancelled(): boolean;
}

/** Thrown where what was read back is not what was brought. */
class NotAsBrought extends Error {
  override readonly name = 'NotAsBrought';
  readonly code = 'not-as-brought';
}

const wrong = (why: string) => bad('wrong-value', { field: 'folder', params: { why } }).refusal;

/** It moves, and nothing of the new backup is done. */
const uncounted = (watch: CarrierWatch): Pick<CarrierWatch, 'progress'> => ({
  progress: () => {
    watch.progress(0);
  },
});

async function clear({ root }: CarrierInput<'clear'>, watch: CarrierWatch): Promise<CarrierAnswer<'clear'>> {
  if (!(await clearParts(root, { ...uncounted(watch), cancelled: () => watch.cancelled() })))
    throw new CarrierStopped();
  return null;
}

/** A folder may look well and take nothing: that is found out before anything is copied. A stick that is not there is never made up. */
async function prepare(
  { folder, root, records, bytes }: CarrierInput<'prepare'>,
  watch: CarrierWatch,
): Promise<CarrierAnswer<'prepare'>> {
  if (!(await isFolder(folder))) return wrong('place-gone');
  if (await liesWithin(folder, records)) return wrong('records-folder');
  await makePrivateFolder(root);
  await clear({ root }, watch);
  const noRoom = await refuseWithoutRoom(root, bytes, 'folder');
  if (noRoom !== null) return noRoom;
  const trial = partOf(join(root, 'trial'));
  await writeNewFile(trial, 'A backup is about to be written here.');
  await rm(trial);
  return null;
}

/** Digest of what was brought, read back; null where it was stopped. */
async function bringFile(from: string, to: string, watch: CarrierWatch): Promise<string | null> {
  const written = await copyInPieces({ from, to, flushed: 'each' }, watch);
  if (written === null) return null;
  const read = await hashFile(to, watch);
  if (read !== undefined && read !== written) throw new NotAsBrought();
  return read ?? null;
}

/** The manifest comes last. False where it was stopped. */
async function bringAll({ from, sha256 }: CarrierInput<'bring'>, part: string, watch: CarrierWatch): Promise<boolean> {
  const others = (await readdir(from)).filter((name) => name !== MANIFEST_NAME).sort();
  const brought = new Map<string, string>();
  for (const name of [...others, MANIFEST_NAME]) {
    const digest = await bringFile(join(from, name), join(part, name), watch);
    if (digest === null) return false;
    brought.set(name, digest);
  }
  if (!(await isWhole(part, brought, sha256))) throw new NotAsBrought();
  return !watch.cancelled();
}

async function freeName(root: string, name: string): Promise<string> {
  const taken = await readdir(root);
  let own = name;
  for (let at = 2; taken.includes(own); at += 1) own = `${name}-${String(at)}`;
  return join(root, own);
}

async function bring(input: CarrierInput<'bring'>, watch: CarrierWatch): Promise<CarrierAnswer<'bring'>> {
  const path = await freeName(input.root, input.name);
  const part = partOf(path);
  let whole = false;
  try {
    await mkdir(part, { mode: 0o700 });
    whole = await bringAll(input, part, watch);
  } finally {
    // Whoever stopped it waits for the zeros too: an order of a court may come before the next one.
    if (!whole) await overwriteTree(part, uncounted(watch));
  }
  if (!whole) return null;
  await syncFolder(part);
  await rename(part, path);
  await syncFolder(input.root);
  return path;
}

async function survey({ root }: CarrierInput<'survey'>, watch: CarrierWatch): Promise<CarrierAnswer<'survey'>> {
  const laterChanges = (await isFolder(root)) ? await readJsonFile(join(root, LATER_CHANGES)) : good(null);
  return { backups: await listBackups(root, watch), laterChanges };
}

/** From here on it is no backup, and whoever comes next clears it where this is cut off. */
async function unname(path: string, watch: CarrierWatch): Promise<string> {
  const part = partOf(path);
  await overwriteTree(part, uncounted(watch));
  await rename(path, part);
  await syncFolder(dirname(path));
  return part;
}

async function settle(
  { root, laterChanges, overwrite, remove }: CarrierInput<'settle'>,
  watch: CarrierWatch,
): Promise<CarrierAnswer<'settle'>> {
  await replaceFile(join(root, LATER_CHANGES), laterChanges);
  for (const path of [...overwrite, ...remove]) {
    if (watch.cancelled() || !(await overwriteTree(await unname(path, watch), watch))) throw new CarrierStopped();
  }
  return null;
}

type Acts = {
  readonly [A in CarrierAct]: (input: CarrierInput<A>, watch: CarrierWatch) => Promise<CarrierAnswer<A>>;
};

export const CARRIER_WORK: Acts = { prepare, bring, survey, settle, clear, find, read, fetch };
