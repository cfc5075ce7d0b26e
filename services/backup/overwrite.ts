import { open, rm } from 'node:fs/promises';

const ZEROS = Buffer.alloc(1 << 20);

async function writeZeros(path: string, watch: { progress(bytes: number): void }): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    for (let at = 0; at < size; at += ZEROS.length) {
      const { bytesWritten } = await file.write(ZEROS, 0, Math.min(ZEROS.length, size - at), at);
      await file.datasync();
      watch.progress(bytesWritten);
    }
  } finally {
    await file.close();
  }
}

/** Zeros over a file, a piece at a time, then away with it; where it cannot be written it is removed all the same. */
export async function overwriteFile(path: string, watch: { progress(bytes: number): void }): Promise<void> {
  try {
    await writeZeros(path, watch);
  } catch {
    // Somebody may have made it read-only; what counts is that it goes.
  }
  await rm(path, { force: true });
}
