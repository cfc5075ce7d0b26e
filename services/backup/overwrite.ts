import { lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const ZEROS = Buffer.alloc(1 << 20);

/** Hears of every piece that is on the disk, and may want it stopped. */
export interface OverwriteWatch {
  progress(bytes: number): void;
  cancelled?(): boolean;
}

async function writeZeros(path: string, watch: OverwriteWatch): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    for (let at = 0; at < size;) {
      const { bytesWritten } = await file.write(ZEROS, 0, Math.min(ZEROS.length, size - at), at);
      await file.datasync();
      at += bytesWritten;
      watch.progress(bytesWritten);
    }
  } finally {
    await file.close();
  }
}

/** Zeros over a file, a piece at a time, then away with it; where it cannot be written it is removed all the same. */
export async function overwriteFile(path: string, watch: OverwriteWatch): Promise<void> {
  try {
    await writeZeros(path, watch);
  } catch {
    // Somebody may have made it read-only; what counts is that it goes.
  }
  await rm(path, { force: true });
}

async function overwriteInside(folder: string, watch: OverwriteWatch): Promise<boolean> {
  for (const name of await readdir(folder)) {
    if (watch.cancelled?.() === true || !(await overwriteTree(join(folder, name), watch))) return false;
  }
  return true;
}

/** The same for a file, or a folder with all that lies in it; what a link names stays as it is. False where it was stopped between two files. */
export async function overwriteTree(path: string, watch: OverwriteWatch): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  if (found?.isDirectory() === true && !(await overwriteInside(path, watch))) return false;
  if (found?.isFile() === true) await overwriteFile(path, watch);
  await rm(path, { recursive: true, force: true });
  watch.progress(0);
  return true;
}
