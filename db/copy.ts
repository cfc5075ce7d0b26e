// Copies a store that is in use, as it lies on the disk: encrypted under the same key, while others read and write.
import { closeSync, openSync, readSync } from 'node:fs';
import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import { Kysely } from 'kysely';
import { asReadDb, type Database, type ReadDb } from './database.ts';
import { StoreDialect } from './dialect.ts';
import { asFault, StoreFault } from './fault.ts';
import { heldSource } from './held-source.ts';
import { connect, type StoreOptions } from './open.ts';

/** Looks on while a copy is made; asked after every piece. */
export interface CopyWatch {
  progress(bytes: number): void;
  cancelled(): boolean;
}

const PIECE = 1 << 20;
/** SQLite's write-ahead log begins with a header that changes when the log begins anew. */
const HEADER_BYTES = 32;
const MOST_TRIES = 5;

const journalOf = (file: string): string => `${file}-wal`;

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Bytes of its write-ahead log, as it lies now. */
export async function sizeOfJournal(file: string): Promise<number> {
  return sizeOf(journalOf(file));
}

/** Bytes that a copy of the store needs at most, as it lies now. */
export async function sizeOfStore(file: string): Promise<number> {
  return (await sizeOf(file)) + (await sizeOf(journalOf(file)));
}

async function copyPieces(from: FileHandle, to: FileHandle, watch: CopyWatch): Promise<boolean> {
  const { size } = await from.stat();
  const piece = Buffer.alloc(PIECE);
  for (let at = 0; at < size;) {
    if (watch.cancelled()) return false;
    const { bytesRead } = await from.read(piece, 0, Math.min(PIECE, size - at), at);
    if (bytesRead === 0) break;
    // The system may take less than it is given.
    for (let done = 0; done < bytesRead;) {
      done += (await to.write(piece, done, bytesRead - done, at + done)).bytesWritten;
    }
    at += bytesRead;
    watch.progress(bytesRead);
  }
  await to.sync();
  return true;
}

async function copyFrom(source: FileHandle, to: string, watch: CopyWatch): Promise<boolean> {
  const target = await open(to, 'w', 0o600);
  try {
    return await copyPieces(source, target, watch);
  } finally {
    await target.close();
  }
}

/** Copies what a file holds now into a new one, and waits until it is on the disk. False where it was cancelled. */
export async function copyFile(from: string, to: string, watch: CopyWatch): Promise<boolean> {
  const source = await open(from, 'r');
  try {
    return await copyFrom(source, to, watch);
  } finally {
    await source.close();
  }
}

function headerOf(file: string): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(descriptor, header, 0, HEADER_BYTES, 0)).toString('hex');
  } catch {
    return '';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The journal may begin anew while it is read, where all of it is in the file already: then it is read once more. */
async function copyJournal(from: string, to: string, watch: CopyWatch): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = headerOf(from);
    if (before === '') return true;
    if (!(await copyFile(from, to, watch))) return false;
    if (headerOf(from) === before) return true;
  }
  throw new StoreFault('in-use', 'the journal did not hold still');
}

/** Takes the journal of a copy into its file, so that one file is left that opens on any medium. */
function settle(options: StoreOptions): void {
  const connection = connect(options, 'write');
  try {
    connection.pragma('wal_checkpoint(truncate)');
    connection.pragma('journal_mode = delete');
  } catch (error) {
    throw asFault(error);
  } finally {
    connection.close();
  }
}

/** Takes away what a copy is made of. */
async function removeCopy(file: string): Promise<void> {
  for (const path of [file, journalOf(file), `${file}-shm`, `${file}-journal`]) await rm(path, { force: true });
}

async function copyBoth(from: string, to: string, watch: CopyWatch): Promise<boolean> {
  return (await copyFrom(await heldSource(from), to, watch)) && copyJournal(journalOf(from), journalOf(to), watch);
}

/**
 * Copies the store to a new file, as of one moment. A reader stands in the store meanwhile: SQLite then moves nothing
 * from the journal into the file that this reader does not see yet, so the file as read, with the journal as read after
 * it, is a whole store. False where it was cancelled, or not begun; nothing is left of it then.
 * @throws StoreFault, and the system's own errors of the place where the copy goes
 */
export async function copyStore(options: StoreOptions, to: string, watch: CopyWatch): Promise<boolean> {
  const reader = connect(options, 'read');
  let whole = false;
  try {
    reader.exec('begin');
    reader.prepare('select count(*) from sqlite_schema').get();
    whole = await copyBoth(options.file, to, watch);
  } finally {
    reader.close();
    if (!whole) await removeCopy(to);
  }
  if (whole) settle({ ...options, file: to });
  return whole;
}

/** A store that is only read, as it is: neither migrated nor tidied, and its schema may be an older one. */
export interface OpenedCopy {
  readonly read: ReadDb;
  /** Whether something is due that an order of a court destroyed. */
  readonly tidyDue: boolean;
  close(): void;
}

/** @throws StoreFault */
export function openCopy(options: StoreOptions): OpenedCopy {
  const connection = connect(options, 'read');
  const dialect = new StoreDialect(connection);
  const db = new Kysely<Database>({ dialect });
  return {
    read: asReadDb(db, (text, parameters) => dialect.answer(text, parameters)),
    tidyDue: connection.pragma('user_version', { simple: true }) !== 0,
    close: () => {
      connection.close();
    },
  };
}
