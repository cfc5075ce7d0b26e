import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { CopyWatch } from '../../db/copy.ts';

const PIECE = 1 << 20;

/** SHA-256 of a file, hex; undefined where it was cancelled. */
export async function hashFile(path: string, watch: CopyWatch): Promise<string | undefined> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    for (;;) {
      if (watch.cancelled()) return undefined;
      const { bytesRead } = await file.read(piece, 0, PIECE);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytesRead));
      watch.progress(bytesRead);
    }
  } finally {
    await file.close();
  }
}
