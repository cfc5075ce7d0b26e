import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BackupPlan, MadeBackup } from '../../contract/backup.ts';
import { copyFile, copyStore, sizeOfStore, type CopyWatch } from '../../db/copy.ts';
import { lastExpungedAt, listCarriedOrders } from '../../db/order/carried.ts';
import type { StoreOptions } from '../../db/open.ts';
import { destroy } from '../../db/tidy.ts';
import { readHeadFile } from '../keys/head-file.ts';
import { liesWithin } from '../keys/lies-within.ts';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { makePrivateFolder, syncFolder, writeNewFile } from '../keys/safe-files.ts';
import { fileStamp, headPath, recordsPath, signingKeyPath } from '../keys/station-files.ts';
import type { OpenStation, StationOptions } from '../state.ts';
import { signBackup } from './backup-signature.ts';
import { checkCopy, CopyFailed, type CheckedCopy } from './check-copy.ts';
import { hashFile } from './hash-file.ts';
import { applyRule } from './keep-rule.ts';
import { lineOf, writeManifest, type Backup } from './manifest.ts';
import { writeLaterOrders } from './orders-file.ts';
import { clearParts, isFolder, listBackups, partOf, rootOf } from './places.ts';
import { copyRefusal } from './refusals.ts';
import { refuseWithoutRoom } from './room.ts';

/** What a backup is made of, and where it goes. */
export interface Making {
  readonly options: StationOptions;
  readonly open: OpenStation;
  readonly folder: string;
  readonly rule: Pick<BackupPlan, 'days' | 'weeks' | 'months'>;
  readonly watch: Omit<CopyWatch, 'cancelled'> & {
    readonly cancelled: () => boolean;
    phase(phase: 'copying' | 'checking' | 'settling', total: number): void;
  };
}

const wrong = (why: string): ReturnType<typeof bad> => bad('wrong-value', { field: 'folder', params: { why } });

/** Where the backup goes; a stick that is not there is never made up. */
async function placeOf({ options, open, folder }: Making): Promise<Outcome<string>> {
  if (!(await isFolder(folder))) return wrong('place-gone');
  if (await liesWithin(folder, options.folder)) return wrong('records-folder');
  const root = rootOf(folder, open.station.ori);
  await makePrivateFolder(root);
  await clearParts(root);
  const noRoom = await refuseWithoutRoom(root, await sizeOfStore(recordsPath(options.folder)), 'folder');
  return noRoom === null ? good(root) : { ok: false, refusal: noRoom };
}

function storeAt(file: string, { open, options }: Making): StoreOptions {
  const { database, mark } = open.key;
  const { addon } = options;
  return { file, keys: { database, mark }, ...(addon === undefined ? {} : { addon }) };
}

/** The key that signs, sealed as it is, and the newest head: with them a restored station signs and proves as before. */
async function copyBeside(part: string, { options, watch }: Making, note: string | null): Promise<void> {
  await copyFile(signingKeyPath(options.folder), signingKeyPath(part), { ...watch, progress: () => undefined });
  if (note !== null) await writeNewFile(headPath(part), note);
}

type Copied = CheckedCopy & { readonly bytes: number; readonly sha256: string };

/** Null where it was cancelled. */
async function copyAll(part: string, making: Making): Promise<Copied | null> {
  const { options, watch } = making;
  // The head is read before the records are copied: they may have grown beyond it, never the other way round.
  const head = await readHeadFile(options.folder);
  const note = head.ok ? head.value : null;
  const source = recordsPath(options.folder);
  watch.phase('copying', await sizeOfStore(source));
  if (!(await copyStore(storeAt(source, making), recordsPath(part), watch))) return null;
  await copyBeside(part, making, note);
  const bytes = await sizeOfStore(recordsPath(part));
  watch.phase('checking', bytes);
  const sha256 = await hashFile(recordsPath(part), watch);
  if (sha256 === undefined) return null;
  const checked = await checkCopy(storeAt(recordsPath(part), making), note, watch.cancelled);
  return checked === null ? null : { ...checked, bytes, sha256 };
}

async function destroyBackup(path: string): Promise<void> {
  for (const name of await readdir(path)) destroy(join(path, name));
  await rm(path, { recursive: true, force: true });
}

/** What the rule does not keep goes; what is older than an order of a court is overwritten as well (ADR 14). */
async function dropOld(root: string, { open, rule }: Making): Promise<readonly string[]> {
  const all = await listBackups(root);
  const orderedAt = (await lastExpungedAt(open.store.read)) ?? '';
  const late = all.filter(({ manifest }) => Date.parse(manifest.madeAt) < Date.parse(orderedAt));
  const kept = all.filter((backup) => !late.includes(backup));
  const old = applyRule(
    kept.map((backup) => ({ backup, madeAt: backup.manifest.madeAt })),
    rule,
  );
  for (const { path } of late) await destroyBackup(path);
  for (const { backup } of old) await rm(backup.path, { recursive: true, force: true });
  return [...late.map(({ path }) => basename(path)), ...old.map(({ backup }) => basename(backup.path))];
}

async function freeName(root: string, now: Date): Promise<string> {
  const taken = await readdir(root);
  const name = fileStamp(now);
  let own = name;
  for (let at = 2; taken.includes(own); at += 1) own = `${name}-${String(at)}`;
  return join(root, own);
}

async function finish(path: string, making: Making, copied: Copied): Promise<Backup> {
  const { open, options } = making;
  const { entries, root, bytes, sha256 } = copied;
  const { id, name, ori } = open.station;
  const madeAt = options.clock.now().toISOString();
  const station = { id, name, ori };
  const manifest = { format: 'sallyport/backup/1', station, madeAt, entries, root, bytes, sha256 } as const;
  await signBackup(partOf(path), making, manifest);
  await writeManifest(partOf(path), manifest);
  await rename(partOf(path), path);
  await syncFolder(join(path, '..'));
  return { path, manifest };
}

async function makeIn(root: string, making: Making): Promise<Outcome<MadeBackup>> {
  const { open, options, watch } = making;
  const path = await freeName(root, options.clock.now());
  const part = partOf(path);
  let copied: Copied | null = null;
  try {
    await mkdir(part, { mode: 0o700 });
    copied = await copyAll(part, making);
    if (copied === null) return bad('cancelled');
  } finally {
    if (copied === null) await rm(part, { recursive: true, force: true });
  }
  watch.phase('settling', copied.bytes);
  const backup = await finish(path, making, copied);
  await writeLaterOrders({ root, key: open.key }, await listCarriedOrders(open.store.read), options.random);
  const dropped = await dropOld(root, making);
  return good({ ...lineOf(backup), checked: copied.checked, dropped });
}

/** The store says what it is to whoever has to be told. */
function told(thrown: unknown): Outcome<never> {
  if (thrown instanceof CopyFailed) {
    const what = `The copy was made and does not hold: ${thrown.message}.`;
    const next = 'Run the check of the records; if they are whole, take another stick.';
    return bad('unreadable-file', {
      field: 'folder',
      params: { file: 'records.db', cannot: 'kept there', what, next },
    });
  }
  const refusal = copyRefusal(thrown, 'folder');
  if (refusal === undefined) throw thrown;
  return { ok: false, refusal };
}

/**
 * Copies the records of a station that is at work, opens the copy and checks it; only then does it count, and only then
 * do older ones go. Nothing half done is left, whatever ends it.
 */
export async function makeBackup(making: Making): Promise<Outcome<MadeBackup>> {
  try {
    if (!(await making.open.store.tidy())) return bad('station-in-use');
    const root = await placeOf(making);
    return root.ok ? await makeIn(root.value, making) : root;
  } catch (thrown) {
    return told(thrown);
  }
}
