// Where downloaded and compiled things rest between runs, outside the source tree.
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder that may be deleted at any time: everything in it can be fetched or built again. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? '';
  return join(base === '' ? join(homedir(), '.cache') : base, 'sallyport', 'electron-host');
}
