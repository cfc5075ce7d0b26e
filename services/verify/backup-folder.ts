// A backup by itself, without its key: whether it is what the station signed when it was made. What is inside is checked
// with the key, as it is restored.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Known } from '../../proof/verify/chain.ts';
import { checkHead, compareHeads, readHead, type Head } from '../../proof/verify/checkpoints.ts';
import { fail, pass, type Finding } from '../../proof/verify/finding.ts';
import { checkStatement } from '../../proof/verify/statement.ts';
import type { Looked } from '../../proof/verify/verdict.ts';
import { certificatePem } from '../../proof/pem.ts';
import { BACKUP_SIGNATURE, BACKUP_TYPE } from '../backup/backup-signature.ts';
import { hashFile } from '../backup/hash-file.ts';
import { MANIFEST_NAME, readManifest, type Backup } from '../backup/manifest.ts';
import { findBackups, isFolder } from '../backup/places.ts';
import { jcs } from '../ledger/jcs.ts';

const NOTHING_WATCHED = { progress: () => undefined, cancelled: () => false };

/** The backups that lie here: by the folder of one, one of its files, the folder of a station, or the stick. */
export async function backupsAt(path: string): Promise<readonly Backup[]> {
  const folder = /\.db$|^backup\.(?:json|jws)$/.test(basename(path)) ? dirname(path) : path;
  const found = await findBackups(folder);
  return found.ok ? found.value : [];
}

/** Whether a folder is a backup of which the list cannot be read. */
export async function isSpoilt(path: string): Promise<boolean> {
  if (!(await isFolder(path))) return false;
  const read = await readManifest(path);
  return !read.ok && read.refusal.params?.['why'] === 'damaged';
}

export const SPOILT: Finding = fail(MANIFEST_NAME, 'cannot be read: this is no backup as the station wrote it');

async function digestOf(path: string): Promise<string | undefined> {
  return hashFile(path, NOTHING_WATCHED).catch(() => undefined);
}

async function checkFile(folder: string, name: string, expected: unknown): Promise<Finding> {
  const digest = await digestOf(join(folder, name));
  if (digest === undefined) return fail(name, 'is missing, or may not be read');
  return digest === expected ? pass(name, 'as it was when the backup was made') : fail(name, 'was changed since');
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

function checkHeld({ manifest }: Backup, told: Readonly<Record<string, unknown>>): Finding {
  const same = jcs(told['manifest']) === jcs(manifest);
  const { entries, root, station } = manifest;
  return same
    ? pass(MANIFEST_NAME, `${station.name}, ${manifest.madeAt}: ${String(entries)} entries, root ${root}`)
    : fail(MANIFEST_NAME, 'is not what the station signed');
}

async function textAt(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function headFindings(
  { path, manifest }: Backup,
  pem: string,
  trusted: Head | undefined,
): Promise<readonly Finding[]> {
  const head = readHead(await textAt(join(path, 'log-head.txt')));
  if (head === undefined) return [];
  const ahead = head.checkpoint.size > manifest.entries;
  const count = fail('checkpoint', `the head counts ${String(head.checkpoint.size)} entries, the backup fewer`);
  const growth = trusted === undefined ? [] : [await compareHeads(trusted.checkpoint, head.checkpoint, [])];
  return [ahead ? count : await checkHead(head, pem), ...growth];
}

export interface AskedOfBackup {
  /** What is known of the station. */
  readonly root?: Known;
  readonly trusted?: Head | undefined;
}

const UNSIGNED = `there is no ${BACKUP_SIGNATURE}: whoever could write here could have put another in its place`;
const SEALED = pass('entries', 'encrypted; the recovery key opens and checks them: sallyport restore');

/** Checks one backup against what the station signed of it. */
export async function lookAtBackup(backup: Backup, { root, trusted }: AskedOfBackup): Promise<Looked> {
  const { path } = backup;
  const text = await textAt(join(path, BACKUP_SIGNATURE));
  if (text === '') return { path, findings: [fail('signature', UNSIGNED)] };
  const { findings, told, chain } = await checkStatement(text, BACKUP_TYPE, root);
  if (told === undefined || chain === undefined) return { path, findings };
  const files = await Promise.all(entriesOf(told['files']).map(([name, digest]) => checkFile(path, name, digest)));
  const heads = await headFindings(backup, certificatePem(chain.signing.raw), trusted);
  return { path, findings: [...findings, checkHeld(backup, told), ...files, ...heads, SEALED] };
}
