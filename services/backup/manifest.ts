import { basename, join } from 'node:path';
import { z } from 'zod';
import type { BackupLine } from '../../contract/backup.ts';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { readJsonFile, replaceFile } from '../keys/safe-files.ts';

export const MANIFEST_NAME = 'backup.json';

const manifest = z.strictObject({
  format: z.literal('sallyport/backup/1'),
  station: z.strictObject({ id: z.uuid(), name: z.string().min(1).max(120), ori: z.string().regex(/^[A-Z0-9]{9}$/) }),
  madeAt: z.iso.datetime({ offset: true }),
  /** Entries of the log, and the root over them, hex. */
  entries: z.number().int().min(0),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  /** The records. */
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a backup says of itself without its key. It is written last: a folder without it is no backup. */
export type Manifest = Readonly<z.output<typeof manifest>>;

/** A backup in its folder. */
export interface Backup {
  readonly path: string;
  readonly manifest: Manifest;
}

function broken(why: 'missing' | 'damaged'): ReturnType<typeof bad> {
  const what = why === 'missing' ? 'There is no backup in this folder.' : 'It is damaged.';
  const next = 'Name the folder of another backup.';
  return bad('unreadable-file', { field: 'path', params: { file: MANIFEST_NAME, why, what, next } });
}

export async function readManifest(path: string): Promise<Outcome<Backup>> {
  const read = await readJsonFile(join(path, MANIFEST_NAME));
  if (!read.ok) return broken('damaged');
  if (read.value === null) return broken('missing');
  const parsed = manifest.safeParse(read.value);
  return parsed.success ? good({ path, manifest: parsed.data }) : broken('damaged');
}

export async function writeManifest(path: string, content: Manifest): Promise<void> {
  await replaceFile(join(path, MANIFEST_NAME), `${JSON.stringify(content, null, 2)}\n`);
}

export function lineOf({ path, manifest: { madeAt, entries, bytes } }: Backup): BackupLine {
  return { name: basename(path), path, madeAt, entries, bytes };
}
