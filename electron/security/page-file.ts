import { join, normalize, sep } from 'node:path';

/** The file that an address names, or null where it lies outside the folder or is no plain address of ours. */
export function fileFor(folder: string, address: string, host = 'bundle'): string | null {
  const url = new URL(address);
  if (url.host !== host || url.search !== '') return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const file = normalize(join(folder, path));
  return path.endsWith('/') || path.includes('\0') || !file.startsWith(folder + sep) ? null : file;
}
