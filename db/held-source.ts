import { open, stat, type FileHandle } from 'node:fs/promises';

interface Held {
  readonly handle: FileHandle;
  readonly inode: number;
}

/**
 * Files of stores that are open in this process, open once more to be copied. On POSIX systems closing any handle of a
 * file lets go every lock that the process has on it, SQLite's too, so these stay open as long as the store does.
 */
const held = new Map<string, Held>();

/** A handle to read the file with; whoever asks does not close it. */
export async function heldSource(file: string): Promise<FileHandle> {
  const { ino: inode } = await stat(file);
  const known = held.get(file);
  if (known?.inode === inode) return known.handle;
  const handle = await open(file, 'r');
  held.set(file, { handle, inode });
  await known?.handle.close();
  return handle;
}

/** Once nothing in this process has the store open. */
export async function releaseSource(file: string): Promise<void> {
  const known = held.get(file);
  held.delete(file);
  await known?.handle.close();
}
