import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { allCertificates } from '../keys/in-force.ts';
import { replaceFile } from '../keys/safe-files.ts';
import { loadSigningKey } from '../keys/signing-key.ts';
import type { OpenStation, StationOptions } from '../state.ts';
import { signStatement } from '../export/signed-statement.ts';
import { CopyFailed } from './check-copy.ts';
import { hashFile } from './hash-file.ts';
import type { Manifest } from './manifest.ts';

/** Lies beside the manifest: what the station signed of the backup, so that it can be told without its key. */
export const BACKUP_SIGNATURE = 'backup.jws';
export const BACKUP_TYPE = 'sallyport-backup+jws';

const NOTHING_WATCHED = { progress: () => undefined, cancelled: () => false };

/** A backup that nobody has brought anywhere yet. */
interface StagedFiles {
  readonly folder: string;
  /** Of its files, but for the manifest and the signature. */
  readonly names: readonly string[];
}

/** An order of a court takes away what is staged: what is left then is no backup. @throws CopyFailed */
export async function holdStaged({ folder, names }: StagedFiles): Promise<void> {
  const there = await readdir(folder).catch((): readonly string[] => []);
  const gone = names.find((name) => !there.includes(name));
  if (gone !== undefined) throw new CopyFailed(`${gone} is gone`);
}

/** SHA-256 of every file, hex, by name. @throws CopyFailed */
async function digestsOf(staged: StagedFiles, { sha256 }: Manifest): Promise<Readonly<Record<string, string>>> {
  const { folder, names } = staged;
  await holdStaged(staged);
  const digests = await Promise.all(
    names.toSorted().map(async (name) => {
      const digest = name === 'records.db' ? sha256 : await hashFile(join(folder, name), NOTHING_WATCHED);
      return [name, digest ?? ''] as const;
    }),
  );
  return Object.fromEntries(digests);
}

/**
 * Signs what the backup is, by the list of its files. Where the station's key cannot be read the backup stays unsigned. A certificate
 * that has ended stops no backup: it is signed under that one, which the check of it says, and restores like any other.
 * @throws CopyFailed where one of the files is gone
 */
export async function signBackup(
  staged: StagedFiles,
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
    files: await digestsOf(staged, manifest),
  };
  await replaceFile(
    join(staged.folder, BACKUP_SIGNATURE),
    signStatement(statement, BACKUP_TYPE, { key: key.value, certificates }),
  );
}
