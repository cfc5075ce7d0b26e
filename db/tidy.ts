// What a deletion leaves behind: old bytes in pages that were rebuilt, the journal, copies from before an update.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sql } from 'kysely';
import type { WriteTx } from './database.ts';
import { PATIENCE } from './patience.ts';
import { stagePath } from './stage-path.ts';

/** What is needed of the connection that writes; better-sqlite3 itself stays in `open.ts`. */
interface Writer {
  exec(sql: string): unknown;
  pragma(source: string, options?: { readonly simple: boolean }): unknown;
}

/** What is due, as the file's own header says it: copies of the records go only where a record itself went. */
const DUE = { nothing: 0, 'file and copies': 1, file: 2 } as const;
type Due = keyof typeof DUE;

const set = (due: Due): string => `pragma user_version = ${String(DUE[due])}`;

/** Written with the deletion itself, so that a tidying which a power cut ended is begun again. */
export async function noteTidyDue(tx: WriteTx, due: Exclude<Due, 'nothing'>): Promise<void> {
  const { rows } = await sql<{ readonly user_version: number }>`pragma user_version`.execute(tx);
  if (rows[0]?.user_version !== DUE['file and copies']) await sql.raw(set(due)).execute(tx);
}

const BLOCK = Buffer.alloc(1 << 16);

function allIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

/** Those that are files; one that somebody took away meanwhile is none. */
function filesAmong(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** Copies of the records that lie beside them: from before an update, whatever somebody put into `backups`. Paths. */
export function listCopies(file: string): readonly string[] {
  const folder = dirname(file);
  const start = `${basename(file)}.before-`;
  const beside = readdirSync(folder).filter((name) => name.startsWith(start));
  return filesAmong([...beside.map((name) => join(folder, name)), ...allIn(join(folder, 'backups'))]);
}

/** What a backup in the making consists of. It counts as no copy: it is made anew. Paths. */
function listStaged(file: string): readonly string[] {
  return filesAmong(allIn(stagePath(dirname(file))));
}

function overwrite(path: string): void {
  const { size } = statSync(path);
  const descriptor = openSync(path, 'r+');
  try {
    for (let at = 0; at < size; at += BLOCK.length)
      writeSync(descriptor, BLOCK, 0, Math.min(BLOCK.length, size - at), at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Zeros over a file, then away with it; where it cannot be written it is removed all the same. False where it stays. */
function destroy(path: string): boolean {
  try {
    overwrite(path);
  } catch {
    // Somebody may have made it read-only; what counts is that it goes.
  }
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}

function truncateJournal(writer: Writer): boolean {
  return writer.pragma('wal_checkpoint(truncate)', { simple: true }) === 0;
}

/**
 * Rebuilds the file so that no page holds what was deleted, empties the journal, destroys copies, as is due. A page that was
 * split or joined keeps old bytes beside its rows: `secure_delete` overwrites what is deleted, not what was moved before.
 * False where somebody still reads an older state, or where a copy cannot be removed; it stays due then.
 */
export function tidyStore(writer: Writer, file: string): boolean {
  const before = Number(writer.pragma('busy_timeout', { simple: true }));
  writer.pragma(`busy_timeout = ${String(PATIENCE)}`);
  try {
    return tidyNow(writer, file);
  } finally {
    writer.pragma(`busy_timeout = ${String(before)}`);
  }
}

function tidyNow(writer: Writer, file: string): boolean {
  const due = writer.pragma('user_version', { simple: true });
  if (due === DUE.nothing) return true;
  const copies = due === DUE.file ? [] : [...listCopies(file), ...listStaged(file)].map(destroy);
  writer.exec('vacuum');
  if (!truncateJournal(writer) || copies.includes(false)) return false;
  writer.exec(set('nothing'));
  writer.pragma('shrink_memory');
  return truncateJournal(writer);
}

/** At opening: what a power cut ended is done now. Where it cannot be done, the records open all the same, and it stays due. */
export function tidyIfDue(writer: Writer, file: string): void {
  try {
    tidyStore(writer, file);
  } catch {
    // Due as before: the mark is in the file itself.
  }
}
