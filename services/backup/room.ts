import { statfs } from 'node:fs/promises';
import type { Refusal } from '../../policy/refusal.ts';
import { megabytes } from './refusals.ts';

/** What small files and a file system's own tables may take. */
const MARGIN = 2_000_000;

/** Refuses where a folder's disk has less room than is needed. @param bytes of what is to be written */
export async function refuseWithoutRoom(folder: string, bytes: number, field: string): Promise<Refusal | null> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const needed = bytes + MARGIN;
  if (free >= needed) return null;
  return { code: 'disk-full', field, params: { needed: megabytes(needed), free: Math.floor(free / 1_000_000) } };
}

/** What the station itself may write while a backup is put together beside its records. */
const STATION_ROOM = 64_000_000;

/**
 * The same of the station's own disk, where a backup is put together: whoever books meanwhile needs room there too.
 * @param journal bytes of the records' write-ahead log, which may grow as much once more
 */
export async function refuseWithoutOwnRoom(folder: string, bytes: number, journal: number): Promise<Refusal | null> {
  const refusal = await refuseWithoutRoom(folder, bytes + Math.max(STATION_ROOM, journal), 'folder');
  return refusal === null ? null : { ...refusal, params: { ...refusal.params, own: 'yes' } };
}
