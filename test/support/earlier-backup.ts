// A backup as an earlier version left it on a stick: records of a schema of that time, and what lay beside them.
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openCopy } from '../../db/copy.ts';
import { readTree } from '../../db/ledger/tree-reader.ts';
import { getStation } from '../../db/station/reader.ts';
import { hashFile } from '../../services/backup/hash-file.ts';
import { writeManifest } from '../../services/backup/manifest.ts';
import { writeHeadFile } from '../../services/keys/head-file.ts';
import { writeRecoveryFiles } from '../../services/keys/recovery-files.ts';
import { makeRecoveryKey } from '../../services/keys/recovery-key.ts';
import { saveSigningKey } from '../../services/keys/signing-key.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { earlierStore, ISSUED, noteIn } from './earlier-store.ts';
import type { StorePlace } from './store-place.ts';

const SCRYPT_LN = 10;
const UNWATCHED = { progress: () => undefined, cancelled: () => false };

/** What was lost, but for the stick, the recovery files and the paper. */
export interface EarlierBackup {
  /** The store that it was made of. */
  readonly place: StorePlace;
  /** Entries of its log. */
  readonly entries: number;
  readonly recoveryFolder: string;
  readonly recoveryKey: string;
}

/** The manifest of a copy, from what can be read of it today. Answers how many entries it says. */
async function describe(path: string, { keys }: StorePlace): Promise<number> {
  const file = recordsPath(path);
  const copy = openCopy({ file, keys });
  const { id, name, ori } = await getStation(copy.read);
  const { size: entries, root } = await readTree(copy.read);
  copy.close();
  const sha256 = (await hashFile(file, UNWATCHED)) ?? '';
  const madeAt = new Date().toISOString();
  const told = { madeAt, entries, root: root.toString('hex'), bytes: statSync(file).size, sha256 };
  await writeManifest(path, { format: 'sallyport/backup/1', station: { id, name, ori }, ...told });
  return entries;
}

/**
 * Its chief is `kim`. It is not signed: the first versions did not.
 * @param step the last one that this version knew
 * @param stick the folder of the backups
 */
export async function earlierBackup(step: string, stick: string): Promise<EarlierBackup> {
  const place = await earlierStore(step);
  const { rootPrivateKey, signingPrivateKey: privateKey } = await ISSUED;
  const key = { ...place.keys, box: randomBytes(32) };
  const path = join(stick, 'sallyport-backups-MA0EX0100', '2026-11-20T080000Z');
  mkdirSync(path, { recursive: true });
  copyFileSync(place.file, recordsPath(path));
  await saveSigningKey(path, { privateKey, key }, randomBytes);
  await writeHeadFile(path, noteIn(place) ?? '');
  const entries = await describe(path, place);
  const paper = { recoveryFolder: join(place.folder, 'recovery'), recoveryKey: makeRecoveryKey(randomBytes) };
  const { recoveryFolder: folder, recoveryKey } = paper;
  const recovery = { folder, recoveryKey, stationName: 'Exampleton Police', key, rootPrivateKey };
  await writeRecoveryFiles({ ...recovery, random: randomBytes, scryptLn: SCRYPT_LN });
  return { place, entries, ...paper };
}
