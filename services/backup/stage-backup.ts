// A backup is made on the station's own disk first, where nothing hangs, and is whole, checked and signed there.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BackupPlan, CopyProgress } from '../../contract/backup.ts';
import { copyFile, copyStore, sizeOfStore, type CopyWatch } from '../../db/copy.ts';
import type { StoreOptions } from '../../db/open.ts';
import { stagePath } from '../../db/stage-path.ts';
import { readHeadFile } from '../keys/head-file.ts';
import { writeNewFile } from '../keys/safe-files.ts';
import { headPath, recordsPath, signingKeyPath } from '../keys/station-files.ts';
import type { OpenStation, StationOptions } from '../state.ts';
import { holdStaged, signBackup } from './backup-signature.ts';
import { checkCopy, type CheckedCopy } from './check-copy.ts';
import { hashFile } from './hash-file.ts';
import { writeManifest, type Manifest } from './manifest.ts';
import { overwriteFile } from './overwrite.ts';

/** What a backup is made of, and where it goes. */
export interface Making {
  readonly options: StationOptions;
  readonly open: OpenStation;
  readonly folder: string;
  readonly rule: Pick<BackupPlan, 'days' | 'weeks' | 'months'>;
  readonly watch: CopyWatch & {
    phase(phase: CopyProgress['phase'], total: number): void;
    /** The folder stopped answering once the new one stood there. */
    died(): void;
  };
}

/** A whole backup that nobody has brought anywhere yet. */
export interface Staged {
  readonly path: string;
  readonly manifest: Manifest;
  readonly checked: readonly string[];
}

function storeAt(file: string, { open, options }: Making): StoreOptions {
  const { database, mark } = open.key;
  const { addon } = options;
  return { file, keys: { database, mark }, ...(addon === undefined ? {} : { addon }) };
}

/** The key that signs, sealed as it is, and the newest head: with them a restored station signs and proves as before. */
async function copyBeside(stage: string, { options, watch }: Making, note: string | null): Promise<readonly string[]> {
  await copyFile(signingKeyPath(options.folder), signingKeyPath(stage), { ...watch, progress: () => undefined });
  if (note !== null) await writeNewFile(headPath(stage), note);
  return [signingKeyPath(stage), ...(note === null ? [] : [headPath(stage)])];
}

interface Copied extends CheckedCopy {
  readonly bytes: number;
  readonly sha256: string;
  /** All that is staged, by name. */
  readonly names: readonly string[];
}

async function copyAll(stage: string, making: Making): Promise<Copied | null> {
  const { options, watch } = making;
  // The head is read before the records are copied: they may have grown beyond it, never the other way round.
  const head = await readHeadFile(options.folder);
  const note = head.ok ? head.value : null;
  const source = recordsPath(options.folder);
  watch.phase('copying', await sizeOfStore(source));
  if (!(await copyStore(storeAt(source, making), recordsPath(stage), watch))) return null;
  const beside = await copyBeside(stage, making, note);
  const bytes = await sizeOfStore(recordsPath(stage));
  watch.phase('checking', bytes);
  const sha256 = await hashFile(recordsPath(stage), watch);
  if (sha256 === undefined) return null;
  const checked = await checkCopy(storeAt(recordsPath(stage), making), note, () => watch.cancelled());
  const names = [recordsPath(stage), ...beside].map((path) => basename(path));
  return checked === null ? null : { ...checked, bytes, sha256, names };
}

async function sign(stage: string, making: Making, copied: Copied & { readonly madeAt: string }): Promise<Manifest> {
  const { open } = making;
  const { madeAt, entries, root, bytes, sha256, names } = copied;
  const { id, name, ori } = open.station;
  const station = { id, name, ori };
  const manifest = { format: 'sallyport/backup/1', station, madeAt, entries, root, bytes, sha256 } as const;
  await signBackup({ folder: stage, names }, making, manifest);
  await writeManifest(stage, manifest);
  await holdStaged({ folder: stage, names });
  return manifest;
}

/** Takes away what is staged, or what a power cut left of it: an order of a court may have come meanwhile, so zeros go over it. */
export async function clearStage(folder: string): Promise<void> {
  const stage = stagePath(folder);
  const names = await readdir(stage).catch(() => []);
  for (const name of names) await overwriteFile(join(stage, name), { progress: () => undefined });
  await rm(stage, { recursive: true, force: true });
}

/**
 * Copies the records, opens the copy and checks it. Null where it was cancelled. Nothing may lie there of an earlier one.
 * @throws CopyFailed, also where an order of a court took away what was staged; StoreFault
 */
export async function stageBackup(making: Making): Promise<Staged | null> {
  const { folder, clock } = making.options;
  const path = stagePath(folder);
  await mkdir(path, { mode: 0o700 });
  // An order of a court that comes from here on is newer than what is copied.
  const madeAt = clock.now().toISOString();
  const copied = await copyAll(path, making);
  if (copied === null) return null;
  return { path, manifest: await sign(path, making, { ...copied, madeAt }), checked: copied.checked };
}
