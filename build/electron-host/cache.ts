// Where downloaded and compiled things rest between runs, outside the source tree.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder that may be deleted at any time: everything in it can be fetched or built again. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? '';
  return join(base === '' ? join(homedir(), '.cache') : base, 'sallyport', 'electron-host');
}

/** After this time a work folder belongs to nobody any more, in milliseconds. */
const ABANDONED = 3_600_000;

/** A new folder for half-done things; clears away those that an interrupted start left behind. */
export function openWorkFolder(): string {
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache).filter((each) => each.startsWith('work-'))) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > ABANDONED) rmSync(path, { recursive: true, force: true });
  }
  return mkdtempSync(join(cache, 'work-'));
}
