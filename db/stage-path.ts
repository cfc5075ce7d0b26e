import { join } from 'node:path';

/** Where a backup is put together before it is brought away. @param folder the one that holds the records */
export function stagePath(folder: string): string {
  return join(folder, 'backup-in-making');
}
