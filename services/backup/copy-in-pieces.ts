import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { CopyWatch } from '../../db/copy.ts';

const PIECE = 1 << 20;

export interface InPieces {
  readonly from: string;
  readonly to: string;
  /** Each piece is on the disk before the next: what the system holds back for a dead share would show at the end only. */
  readonly flushed: 'each' | 'at the end';
  /** Bytes that it should have: of a longer file one piece more at most is copied, and the digest is of no use. */
  readonly bytes?: number;
}

interface How {
  readonly each: boolean;
  readonly bytes: number;
  readonly watch: CopyWatch;
}

async function copyAll(from: FileHandle, to: FileHandle, { each, bytes, watch }: How): Promise<string | null> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE);
  for (let copied = 0; copied <= bytes;) {
    if (watch.cancelled()) return null;
    const { bytesRead } = await from.read(piece, 0, PIECE);
    if (bytesRead === 0) break;
    await to.writeFile(piece.subarray(0, bytesRead));
    if (each) await to.datasync();
    hash.update(piece.subarray(0, bytesRead));
    copied += bytesRead;
    watch.progress(bytesRead);
  }
  await to.sync();
  return hash.digest('hex');
}

/** Copies a file into a new one. Answers the digest of what was read, SHA-256 hex; null where it was stopped. */
export async function copyInPieces(
  { from, to, flushed, bytes = Number.POSITIVE_INFINITY }: InPieces,
  watch: CopyWatch,
): Promise<string | null> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      return await copyAll(source, target, { each: flushed === 'each', bytes, watch });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
