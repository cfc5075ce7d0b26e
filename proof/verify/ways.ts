// Ways between two heads of the log (RFC 9162 section 2.1.4), as files tell them.
import { fromBase64, toBase64 } from '../base64.ts';

/** Hashes that lead from one head to another. */
export type Way = readonly Uint8Array[];

/** Ways to one head, by the size of the older one. */
export type WaysBySize = ReadonlyMap<number, Way>;

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function readWay(lines: readonly string[]): Way | undefined {
  const hashes = lines.map(fromBase64);
  return hashes.includes(undefined) ? undefined : hashes.filter((hash) => hash !== undefined);
}

/** Hashes of `consistency.txt`, one a line; undefined where a line is none. */
export function readConsistency(text: string): Way | undefined {
  return readWay(linesOf(text));
}

/** Text of `consistency.txt`. */
export function wayText(way: Way): string {
  return way.map((hash) => `${toBase64(hash)}\n`).join('');
}

const SIZE = /^[1-9]\d{0,15}$/;

/** Text of `consistency-older.txt`: for each way the size that it leads on from, its hashes, and an empty line. */
export function olderWaysText(ways: WaysBySize): string {
  return [...ways].map(([size, way]) => `${String(size)}\n${wayText(way)}`).join('\n');
}

/** Undoes `olderWaysText`; a way that cannot be read is none. */
export function readOlderWays(text: string): WaysBySize {
  const ways = new Map<number, Way>();
  for (const block of text.split('\n\n')) {
    const [size = '', ...hashes] = linesOf(block);
    const way = readWay(hashes);
    if (SIZE.test(size) && way !== undefined) ways.set(Number(size), way);
  }
  return ways;
}

/** The ways in a file of either kind, to be tried one after the other. */
export function readWays(text: string): readonly Way[] {
  if (SIZE.test(text.split('\n', 1)[0] ?? '')) return [...readOlderWays(text).values()];
  const way = readConsistency(text);
  return way === undefined ? [] : [way];
}
