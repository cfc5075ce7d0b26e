// Whether all that the station signed of a backup was brought. The carrier knows no key: it compares digests, no signature.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BACKUP_SIGNATURE } from './backup-signature.ts';

/** Digests of files, SHA-256 hex, by their names. */
export type Digests = ReadonlyMap<string, string>;

/** The name alone: what signs has no business in the carrier. */
const SIGNATURE: typeof BACKUP_SIGNATURE = 'backup.jws';

const signed = z.object({ files: z.record(z.string(), z.string()) });

async function signedIn(folder: string): Promise<readonly (readonly [name: string, sha256: string])[]> {
  const [, body = ''] = (await readFile(join(folder, SIGNATURE), 'ascii')).split('.');
  return Object.entries(signed.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).files);
}

/** The records, and every file that the signature beside them names where there is one. @param folder where they were brought */
export async function isWhole(folder: string, brought: Digests, sha256: string): Promise<boolean> {
  if (brought.get('records.db') !== sha256) return false;
  if (!brought.has(SIGNATURE)) return true;
  return signedIn(folder).then(
    (files) => files.every(([name, digest]) => brought.get(name) === digest),
    () => false,
  );
}
