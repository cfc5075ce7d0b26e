import type { Stats } from 'node:fs';
import { open, stat as statOf, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';

/** A file that can be read from its start as often as needed, one pass at a time. */
export interface OpenFile {
  /** Name without its folder. */
  readonly name: string;
  readonly bytes: number;
  head(length: number): Promise<Uint8Array>;
  /** All bytes in order; a chunk is only valid until the next one is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

const CHUNK = 64 * 1024;

/** A pipe or a device: it cannot be read twice, and may never end. */
export class NotAtRest extends Error {
  override readonly name = 'NotAtRest';
  readonly code = 'not-at-rest';
}

const isAtRest = (found: Stats): boolean => found.isFile() || found.isDirectory();

/**
 * Opens a regular file for an import. Throws what the file system throws (`ENOENT`, `EACCES`, `EISDIR`).
 * @throws NotAtRest
 */
export async function openFile(path: string): Promise<OpenFile> {
  // Asked before it is opened: opening a pipe waits for somebody to write into it.
  if (!isAtRest(await statOf(path))) throw new NotAtRest();
  const handle = await open(path, 'r');
  const stat = await handle.stat();
  return {
    name: basename(path),
    bytes: stat.size,
    head: async (length) => {
      const buffer = Buffer.alloc(Math.min(length, stat.size));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      return buffer.subarray(0, bytesRead);
    },
    chunks: () => readChunks(handle),
    close: () => handle.close(),
  };
}

async function* readChunks(handle: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(CHUNK);
  for (let position = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
