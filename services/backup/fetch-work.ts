// What the carrier reads from a place for a station that comes back. What it reads is encrypted, and it knows no key.
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CopyWatch } from '../../db/copy.ts';
import { readHeadFile } from '../keys/head-file.ts';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { readJsonFile, systemCode } from '../keys/safe-files.ts';
import { headPath, recordsPath, signingKeyPath } from '../keys/station-files.ts';
import type { Beside, CarrierAnswer, CarrierInput } from './carrier-messages.ts';
import { copyInPieces } from './copy-in-pieces.ts';
import { findBackups, LATER_CHANGES, listBackups } from './places.ts';

export function find({ path }: CarrierInput<'find'>, watch: CopyWatch): Promise<CarrierAnswer<'find'>> {
  return findBackups(path, watch);
}

export function read({ file }: CarrierInput<'read'>): Promise<CarrierAnswer<'read'>> {
  return readJsonFile(file);
}

/** The system's word for why a file cannot be opened; empty where it can. */
async function whyShut(file: string): Promise<string> {
  try {
    await (await open(file, 'r')).close();
    return '';
  } catch (thrown) {
    return systemCode(thrown);
  }
}

const OTHERS = [signingKeyPath, headPath];
/** Bytes: they take a thousand or two. */
const MOST_OF_OTHERS = 1 << 20;

const SHUT: Readonly<Record<string, string>> = {
  ENOENT: 'It is not in the folder of this backup.',
  EISDIR: 'It is not in the folder of this backup.',
  EACCES: 'This folder lets nobody read it.',
  EPERM: 'This folder lets nobody read it.',
};

function unreadable(what: string): Outcome<never> {
  const next = 'Copy the backup anew from the stick, or take another one.';
  return bad('unreadable-file', { field: 'path', params: { file: 'records.db', what, next } });
}

/** A log without a signed head has no such file; a key that is missing is told by the check. False where it was stopped. */
async function fetchOther(from: string, to: string, watch: CopyWatch): Promise<boolean> {
  if ((await whyShut(from)) === 'ENOENT') return true;
  const uncounted = { ...watch, progress: () => watch.progress(0) };
  return (await copyInPieces({ from, to, flushed: 'at the end', bytes: MOST_OF_OTHERS }, uncounted)) !== null;
}

async function headsBeside(path: string, watch: CopyWatch): Promise<readonly string[]> {
  const heads: string[] = [];
  for (const backup of await listBackups(dirname(path), watch)) {
    const note = await readHeadFile(backup.path);
    if (note.ok && note.value !== null) heads.push(note.value);
    watch.progress(0);
  }
  return heads;
}

async function readBeside(path: string, watch: CopyWatch): Promise<Beside> {
  return {
    heads: await headsBeside(path, watch),
    laterChanges: await readJsonFile(join(dirname(path), LATER_CHANGES)),
  };
}

export async function fetch(
  { from, to, bytes }: CarrierInput<'fetch'>,
  watch: CopyWatch,
): Promise<CarrierAnswer<'fetch'>> {
  const what = SHUT[await whyShut(recordsPath(from))];
  if (what !== undefined) return unreadable(what);
  const records = { from: recordsPath(from), to: recordsPath(to), flushed: 'at the end', bytes } as const;
  if ((await copyInPieces(records, watch)) === null) return null;
  for (const place of OTHERS) if (!(await fetchOther(place(from), place(to), watch))) return null;
  return good(await readBeside(from, watch));
}
