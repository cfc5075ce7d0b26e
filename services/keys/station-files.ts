import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Outcome, bad, good } from './outcome.ts';
import { makePrivateFolder, readJsonFile, replaceFile } from './safe-files.ts';

const stationFile = z.strictObject({
  format: z.literal(1),
  stationId: z.uuid(),
  name: z.string().min(1),
  ori: z.string().regex(/^[A-Z0-9]{9}$/),
  createdAt: z.iso.datetime({ offset: true }),
});

/** Whose station folder this is; no secrets. It is written last: where it is missing there is no station yet. */
export type StationFile = Readonly<z.output<typeof stationFile>>;

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

/** Makes the folder, and removes what a set-up that was broken off left there. Never touches a finished station. */
export async function clearUnfinishedSetup(folder: string): Promise<void> {
  await makePrivateFolder(folder);
  const station = await readStationFile(folder);
  if (!station.ok || station.value !== null) return;
  const records = recordsPath(folder);
  const beside = [keyringPath(folder), signingKeyPath(folder), headPath(folder)];
  const leftovers = [records, `${records}-wal`, `${records}-shm`, ...beside];
  for (const file of leftovers) await rm(file, { force: true });
}
