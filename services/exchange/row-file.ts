import { constants } from 'node:fs';
import { copyFile, link, lstat, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ImportRow } from '../../policy/import-report.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { liesWithin } from '../keys/lies-within.ts';
import { systemCode, writeRefusal } from '../keys/safe-files.ts';

/** The file of `--rows`: JSON lines, one a row. It appears under its name only when the import is done. */
export interface RowFile {
  /** @throws RowFileTrouble */
  add(line: ImportRow): Promise<void>;
  /** Gives the file its name, unless another file has it by now. @throws RowFileTrouble */
  finish(): Promise<void>;
  /** Leaves nothing of it behind, whatever came before. */
  discard(): Promise<void>;
}

/** The row file cannot be written; the import itself has no fault. */
export class RowFileTrouble extends Error {
  override readonly name = 'RowFileTrouble';
  readonly code = 'row-file';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super('the row file cannot be written');
    this.refusal = refusal;
  }
}

export type OpenedRowFile =
  { readonly ok: true; readonly rows: RowFile | null } | { readonly ok: false; readonly refusal: Refusal };

const BUFFERED = 1 << 16;
const FIELD = 'rows';
/** Disks of cameras and sticks know no links. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EINVAL'];

const because = (why: string): Refusal => ({ code: 'wrong-value', field: FIELD, params: { why } });

async function orTrouble<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (systemCode(thrown) === 'EEXIST') throw new RowFileTrouble(because('file-there'));
    const told = writeRefusal(thrown, FIELD);
    throw told === undefined ? thrown : new RowFileTrouble(told.refusal);
  }
}

/** Fails with `EEXIST` where the name is taken, links that lead nowhere included. */
async function giveName(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path);
  } catch (thrown) {
    if (!NO_LINKS.includes(systemCode(thrown))) throw thrown;
    await copyFile(partial, path, constants.COPYFILE_EXCL);
  }
  await rm(partial);
}

function rowFile(handle: FileHandle, partial: string, path: string): RowFile {
  let waiting = '';
  let ours = partial;
  let closed = false;
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    await orTrouble(handle.writeFile(text));
  };
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await orTrouble(handle.close());
  };
  return {
    add: async (line) => {
      waiting += `${JSON.stringify(line)}\n`;
      if (waiting.length >= BUFFERED) await flush();
    },
    finish: async () => {
      await flush();
      await close();
      await orTrouble(giveName(partial, path));
      ours = path;
    },
    discard: async () => {
      await close();
      await rm(ours, { force: true });
    },
  };
}

/**
 * Begins a row file. Nothing that is there is ever written over, and nothing is put into the station folder.
 * @throws RowFileTrouble
 */
export async function createRowFile(place: {
  readonly path: string;
  readonly stationFolder: string;
}): Promise<RowFile> {
  const { path, stationFolder } = place;
  if (await liesWithin(dirname(path), stationFolder)) throw new RowFileTrouble(because('row-file-in-station'));
  const there = await lstat(path).catch(() => null);
  if (there !== null) throw new RowFileTrouble(because('file-there'));
  const partial = `${path}.partial`;
  return rowFile(await orTrouble(open(partial, 'wx', 0o600)), partial, path);
}

/** The row file that is asked for, null where none is. */
export async function openRowFile(path: string | undefined, stationFolder: string): Promise<OpenedRowFile> {
  if (path === undefined) return { ok: true, rows: null };
  try {
    return { ok: true, rows: await createRowFile({ path, stationFolder }) };
  } catch (thrown) {
    if (thrown instanceof RowFileTrouble) return { ok: false, refusal: thrown.refusal };
    throw thrown;
  }
}
