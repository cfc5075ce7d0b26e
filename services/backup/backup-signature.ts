import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { allCertificates } from '../keys/in-force.ts';
import { replaceFile } from '../keys/safe-files.ts';
import { loadSigningKey } from '../keys/signing-key.ts';
import type { OpenStation, StationOptions } from '../state.ts';
import { signStatement } from '../export/signed-statement.ts';
import { hashFile } from './hash-file.ts';
import { MANIFEST_NAME, type Manifest } from './manifest.ts';

/** Lies beside the manifest: what the station signed of the backup, so that it can be told without its key. */
export const BACKUP_SIGNATURE = 'backup.jws';
export const BACKUP_TYPE = 'sallyport-backup+jws';

const NOTHING_WATCHED = { progress: () => undefined, cancelled: () => false };

/** SHA-256 of every file in the folder but these two, hex, by name. */
async function digestsIn(folder: string, { sha256 }: Manifest): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).filter((name) => name !== MANIFEST_NAME && name !== BACKUP_SIGNATURE);
  const digests = await Promise.all(
    names.sort().map(async (name) => {
      const digest = name === 'records.db' ? sha256 : await hashFile(join(folder, name), NOTHING_WATCHED);
      return [name, digest ?? ''] as const;
    }),
  );
  return Object.fromEntries(digests);
}

/**
 * Signs what the backup in this folder is. Where the station's key cannot be read the backup stays unsigned. A certificate
 * that has ended stops no backup: it is signed under that one, which the check of it says, and restores like any other.
 */
export async function signBackup(
  folder: string,
  { open, options }: { readonly open: OpenStation; readonly options: StationOptions },
  manifest: Manifest,
): Promise<void> {
  const key = await loadSigningKey(options.folder, open.key);
  if (!key.ok) return;
  const certificates = await allCertificates(open.store.read, new Date(manifest.madeAt));
  const statement = {
    v: 1,
    iat: Math.floor(Date.parse(manifest.madeAt) / 1_000),
    log: open.station.logOrigin,
    manifest,
    files: await digestsIn(folder, manifest),
  };
  await replaceFile(
    join(folder, BACKUP_SIGNATURE),
    signStatement(statement, BACKUP_TYPE, { key: key.value, certificates }),
  );
}
