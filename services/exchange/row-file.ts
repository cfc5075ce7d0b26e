import { open, rename, rm } from 'node:fs/promises';
import type { ImportRow } from '../../policy/import-report.ts';

/** The file of `--rows`: JSON lines, one a row. It appears under its name only when the import is done. */
export interface RowFile {
  add(line: ImportRow): Promise<void>;
  /** Gives the file its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

const BUFFERED = 1 << 16;

/** Throws what the file system throws where the folder cannot be written to. */
export async function createRowFile(path: string): Promise<RowFile> {
  const partial = `${path}.partial`;
  const handle = await open(partial, 'w', 0o600);
  let waiting = '';
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    await handle.writeFile(text);
  };
  return {
    add: async (line) => {
      waiting += `${JSON.stringify(line)}\n`;
      if (waiting.length >= BUFFERED) await flush();
    },
    finish: async () => {
      await flush();
      await handle.close();
      await rename(partial, path);
    },
    discard: async () => {
      await handle.close();
      await rm(partial, { force: true });
    },
  };
}
