import { join } from 'node:path';
import { copyFile } from '../../db/copy.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { systemCode } from '../keys/safe-files.ts';
import { headPath, recordsPath, signingKeyPath } from '../keys/station-files.ts';
import { hashFile } from './hash-file.ts';
import type { Backup } from './manifest.ts';
import type { RestoreWatch } from './restore-request.ts';
import { refuseWithoutRoom } from './room.ts';

const OTHERS = [signingKeyPath, headPath];

function spoilt(): Refusal {
  const what = 'It is not what was written when the backup was made.';
  const next = 'Copy it anew from the stick, or take another backup.';
  return { code: 'unreadable-file', field: 'path', params: { file: 'records.db', cannot: 'used', what, next } };
}

async function bringOther(from: string, to: string, watch: RestoreWatch): Promise<void> {
  try {
    await copyFile(from, to, { ...watch, progress: () => undefined });
  } catch (thrown) {
    // A log without a signed head has no such file; a key that is missing is told by the check.
    if (systemCode(thrown) !== 'ENOENT') throw thrown;
  }
}

/** Brings a backup's files into the station folder, and reads back what came. The backup itself is never opened. */
export async function bringFiles(folder: string, backup: Backup, watch: RestoreWatch): Promise<Refusal | null> {
  const { path, manifest } = backup;
  // An order that is carried out anew rebuilds the file, and the journal takes as much once more.
  const noRoom = await refuseWithoutRoom(folder, 2 * manifest.bytes, 'path');
  if (noRoom !== null) return noRoom;
  watch.phase('copying', manifest.bytes);
  if (!(await copyFile(join(path, 'records.db'), recordsPath(folder), watch))) return { code: 'cancelled' };
  watch.phase('checking', manifest.bytes);
  const sha256 = await hashFile(recordsPath(folder), watch);
  if (sha256 === undefined) return { code: 'cancelled' };
  if (sha256 !== manifest.sha256) return spoilt();
  for (const of of OTHERS) await bringOther(of(path), of(folder), watch);
  return null;
}
