import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Outcome, bad, good } from './outcome.ts';
import { makePrivateFolder, readJsonFile, replaceFile, syncFolder, systemCode } from './safe-files.ts';

const stationFile = z.strictObject({
  format: z.literal(1),
  stationId: z.uuid(),
  name: z.string().min(1),
  ori: z.string().regex(/^[A-Z0-9]{9}$/),
  createdAt: z.iso.datetime({ offset: true }),
});

/** Whose station folder this is; no secrets. It is written last: where it is missing there is no station yet. */
export type StationFile = Readonly<z.output<typeof stationFile>>;

/** True where anything of a station lies in the folder, whole or not. */
export function holdsStation(folder: string): boolean {
  return [stationPath, recordsPath, keyringPath].some((path) => existsSync(path(folder)));
}

function stationPath(folder: string): string {
  return join(folder, 'station.json');
}

export function recordsPath(folder: string): string {
  return join(folder, 'records.db');
}

export function keyringPath(folder: string): string {
  return join(folder, 'keyring.json');
}

export function signingKeyPath(folder: string): string {
  return join(folder, 'signing-key.json');
}

/** The key that signed before, for the days in which both sign heads. */
export function keyBeforePath(folder: string): string {
  return join(folder, 'signing-key-before.json');
}

/** The newest signed head of the log, outside the records. */
export function headPath(folder: string): string {
  return join(folder, 'log-head.txt');
}

export function lockPath(folder: string): string {
  return join(folder, 'station.lock');
}

/** Null where the folder holds no station yet. */
export async function readStationFile(folder: string): Promise<Outcome<StationFile | null>> {
  const read = await readJsonFile(stationPath(folder));
  if (!read.ok) return read;
  if (read.value === null) return good(null);
  const parsed = stationFile.safeParse(read.value);
  if (parsed.success) return good(parsed.data);
  return bad('unreadable-file', { field: 'station.json', params: { file: 'station.json', why: 'not-a-station' } });
}

export async function writeStationFile(folder: string, file: StationFile): Promise<void> {
  await makePrivateFolder(folder);
  await replaceFile(stationPath(folder), `${JSON.stringify(file, null, 2)}\n`);
}

/** A moment as a part of a file's name that every disk takes: `2026-11-29T065210Z`. */
export function fileStamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(':', '')}Z`;
}

/** The records and what SQLite keeps beside them. */
const RECORDS = ['', '-wal', '-shm', '-journal'];

/** What a set-up or a restoring writes before `station.json`. */
function unfinished(folder: string): readonly (readonly [file: string, suffix: string])[] {
  const records = RECORDS.map((suffix) => [recordsPath(folder), suffix] as const);
  const others = [keyringPath(folder), signingKeyPath(folder), keyBeforePath(folder), headPath(folder)];
  return [...records, ...others.map((file) => [file, ''] as const)];
}

async function moveAside(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw thrown;
  }
}

/** Puts a whole station where it will stand, `station.json` last: until then none stands there. Both on one disk. */
export async function placeStation(from: string, to: string): Promise<void> {
  const names = unfinished(from).map(([file, suffix]) => basename(file + suffix));
  // The journal first: records without theirs would be older ones.
  const journalFirst = names.toSorted((one, other) => Number(other.includes('-')) - Number(one.includes('-')));
  for (const name of [...journalFirst, basename(stationPath(from))]) await moveAside(join(from, name), join(to, name));
  await syncFolder(to);
}

/**
 * Makes the folder, and puts aside what lies there without a `station.json`: a set-up that was broken off, or a station
 * that lost this one file. Records are never written over. Never touches a finished station.
 * @param stamp of the files that are put aside
 */
export async function clearUnfinishedSetup(folder: string, stamp: string): Promise<void> {
  await makePrivateFolder(folder);
  const station = await readStationFile(folder);
  if (!station.ok || station.value !== null) return;
  for (const [file, suffix] of unfinished(folder)) {
    await moveAside(file + suffix, `${file}.before-setup-${stamp}${suffix}`);
  }
}
