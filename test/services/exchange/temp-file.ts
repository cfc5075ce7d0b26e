import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a file into a folder of its own and answers its path. */
export function tempFile(content: string | Uint8Array, name = 'jail.csv'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
}

export function tempFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sallyport-import-'));
}

/** A small file: headings and rows of one booking each. */
export function csv(headings: string, ...rows: readonly string[]): string {
  return [headings, ...rows, ''].join('\n');
}
