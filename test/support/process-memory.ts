// Looks for words in the memory of a running process, as root on Linux: /proc/PID/mem, region by region.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const PIECE = 1 << 22;

interface Region {
  readonly from: number;
  readonly to: number;
}

function regionsOf(pid: number): readonly Region[] {
  const lines = readFileSync(`/proc/${String(pid)}/maps`, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    return from === '' ? [] : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }];
  });
}

function countIn(bytes: Buffer, word: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) count += 1;
  return count;
}

/** How often a word lies in the writable memory of a process, in UTF-8 and in UTF-16. */
export function timesInMemory(pid: number, word: string): number {
  const words = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  const memory = openSync(`/proc/${String(pid)}/mem`, 'r');
  const piece = Buffer.alloc(PIECE);
  const countFrom = (at: number, to: number): number => {
    const read = readPiece(memory, piece.subarray(0, Math.min(PIECE, to - at)), at);
    return words.reduce((sum, one) => sum + countIn(piece.subarray(0, read), one), 0);
  };
  let count = 0;
  try {
    for (const { from, to } of regionsOf(pid)) {
      // Pieces overlap by more than a word is long.
      for (let at = from; at < to; at += PIECE - 256) count += countFrom(at, to);
    }
    return count;
  } finally {
    closeSync(memory);
    piece.fill(0);
  }
}

/** A page that was promised and never touched cannot be read. */
function readPiece(memory: number, piece: Buffer, at: number): number {
  try {
    return readSync(memory, piece, 0, piece.length, at);
  } catch {
    return 0;
  }
}
