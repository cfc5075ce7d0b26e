import { access, chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type Outcome, bad, good } from './outcome.ts';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** The system's own word for what went wrong with a file, such as `ENOENT`. */
export function systemCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

const FULL: readonly string[] = ['ENOSPC', 'EDQUOT'];
const CLOSED: readonly string[] = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENOENT', 'ENAMETOOLONG', 'ELOOP'];

/** Says in our words why a file could not be written; undefined where it was something else. */
export function writeRefusal(thrown: unknown, field: string): ReturnType<typeof bad> | undefined {
  const code = systemCode(thrown);
  if (FULL.includes(code)) return bad('disk-full', { field });
  return CLOSED.includes(code) ? bad('wrong-value', { field, params: { why: 'not-writable' } }) : undefined;
}

/** Whether something of this name is there. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** Makes a folder that only its owner may enter. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  await chmod(folder, PRIVATE_FOLDER);
}

/** Makes sure that a folder's list of names is on the disk. Windows knows no such step. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (!['EPERM', 'EISDIR', 'EINVAL'].includes(systemCode(thrown))) throw thrown;
  }
}

/** Writes a new file and waits until it is on the disk; a file that is there already makes it throw `EEXIST`. */
export async function writeNewFile(file: string, content: string | Uint8Array, mode = PRIVATE_FILE): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A file that lies ready to take another one's place. */
export interface StagedFile {
  /** After a power cut there is the old file or the new one. */
  place(): Promise<void>;
  drop(): Promise<void>;
}

/** Writes a file beside the one it is to replace, and waits until it is on the disk. One writer per folder. */
export async function stageFile(file: string, content: string | Uint8Array): Promise<StagedFile> {
  const fresh = `${file}.new`;
  const drop = (): Promise<void> => rm(fresh, { force: true });
  await drop();
  try {
    await writeNewFile(fresh, content);
  } catch (thrown) {
    await drop();
    throw thrown;
  }
  return {
    drop,
    async place() {
      await rename(fresh, file);
      await syncFolder(dirname(file));
    },
  };
}

/** Replaces a file as a whole: after a power cut there is the old one or the new one. One writer per folder. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const staged = await stageFile(file, content);
  try {
    await staged.place();
  } catch (thrown) {
    await staged.drop();
    throw thrown;
  }
}

/** The JSON of a file, null where there is no such file, `unreadable-file` with the file's name otherwise. */
export async function readJsonFile(file: string): Promise<Outcome<unknown>> {
  try {
    const value: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
    return good(value);
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return good(null);
    const why = thrown instanceof SyntaxError ? 'not-json' : 'not-readable';
    return bad('unreadable-file', { field: basename(file), params: { file: basename(file), why } });
  }
}
