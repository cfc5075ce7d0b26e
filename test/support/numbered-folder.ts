import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NUMBERS = 1_000_000;

/**
 * A new temporary folder, told from others by a number: three letters drawn at random are now and then those of an
 * agency, and a path that somebody types is screened.
 */
export function numberedFolder(name: string): string {
  let folder = '';
  do folder = join(tmpdir(), `${name}-${String(randomInt(NUMBERS))}`);
  while (existsSync(folder));
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}
