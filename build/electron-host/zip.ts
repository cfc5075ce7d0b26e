// Just enough of tar and zip to take one archive out of another, with no program that a bare machine may lack.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Finds one file inside an uncompressed tar held in memory. */
export function tarEntry(tar: Buffer, name: string): Buffer {
  for (let at = 0; at + 512 <= tar.length;) {
    const entry = tar.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (entry === name) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${name} is not in the archive`);
}

interface ZipEntry {
  readonly name: string;
  readonly mode: number;
  readonly deflated: boolean;
  readonly packed: Buffer;
  /** Where the next entry of the directory begins. */
  readonly next: number;
}

function readEntry(zip: Buffer, at: number): ZipEntry {
  if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('The zip has a damaged directory.');
  const size = zip.readUInt32LE(at + 20);
  const nameLength = zip.readUInt16LE(at + 28);
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return {
    name: zip.toString('utf8', at + 46, at + 46 + nameLength),
    mode: zip.readUInt16LE(at + 40) & 0o777,
    deflated: zip.readUInt16LE(at + 10) !== 0,
    packed: zip.subarray(start, start + size),
    next: at + 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
  };
}

function writeEntry(entry: ZipEntry, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, entry.deflated ? inflateRawSync(entry.packed) : entry.packed);
  chmodSync(file, entry.mode === 0 ? 0o644 : entry.mode);
}

/**
 * Unpacks a zip (no zip64, stored or deflated entries) into a folder and answers how many files it wrote.
 * `pick` renames an entry, or drops it with null.
 */
export function unzip(zip: Buffer, folder: string, pick: (name: string) => string | null): number {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('This is not a zip.');
  let at = zip.readUInt32LE(end + 16);
  let count = 0;
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const entry = readEntry(zip, at);
    at = entry.next;
    const target = entry.name.endsWith('/') ? null : pick(entry.name);
    if (target === null) continue;
    if (target.split('/').includes('..')) throw new Error(`The zip has an unsafe path: ${target}`);
    writeEntry(entry, join(folder, target));
    count++;
  }
  return count;
}
