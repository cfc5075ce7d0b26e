import type { Refusal } from '../../policy/refusal.ts';
import { type Outcome, bad } from '../keys/outcome.ts';
import { recordsPath } from '../keys/station-files.ts';
import type { Beside } from './carrier-messages.ts';
import { hashFile } from './hash-file.ts';
import type { Backup } from './manifest.ts';
import type { Places } from './places-by-carrier.ts';
import type { RestoreWatch } from './restore-request.ts';
import { refuseWithoutRoom } from './room.ts';

function spoilt(): Outcome<never> {
  const what = 'It is not what was written when the backup was made.';
  const next = 'Copy it anew from the stick, or take another backup.';
  return bad('unreadable-file', { field: 'path', params: { file: 'records.db', cannot: 'used', what, next } });
}

async function whyNoRoom(folder: string, bytes: number): Promise<Refusal | null> {
  // An order that is carried out anew rebuilds the file, and the journal takes as much once more.
  return refuseWithoutRoom(folder, 2 * bytes, 'path');
}

/** Has a backup's files brought into a folder, and reads back what came. The backup itself is never opened. */
export async function bringFiles(
  folder: string,
  { path, manifest }: Backup,
  { places, watch }: { readonly places: Places; readonly watch: RestoreWatch },
): Promise<Outcome<Beside>> {
  const noRoom = await whyNoRoom(folder, manifest.bytes);
  if (noRoom !== null) return { ok: false, refusal: noRoom };
  watch.phase('copying', manifest.bytes);
  const fetched = await places.fetch({ from: path, to: folder, bytes: manifest.bytes });
  if (fetched?.ok !== true) return fetched ?? bad('cancelled');
  watch.phase('checking', manifest.bytes);
  const sha256 = await hashFile(recordsPath(folder), watch);
  if (sha256 === undefined) return bad('cancelled');
  return sha256 === manifest.sha256 ? fetched : spoilt();
}
