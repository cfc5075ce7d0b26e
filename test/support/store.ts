import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store, type StoreOptions } from '../../db/open.ts';

/** A folder for one test and keys that nobody has elsewhere. */
export interface StorePlace {
  readonly folder: string;
  readonly file: string;
  readonly keys: StoreOptions['keys'];
  remove(): void;
}

export function newStorePlace(): StorePlace {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-store-'));
  return {
    folder,
    file: join(folder, 'records.db'),
    keys: { database: randomBytes(32), mark: randomBytes(32) },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A real store, encrypted and migrated, in a folder of its own. */
export async function newStore(
  place: StorePlace = newStorePlace(),
): Promise<{ readonly store: Store; readonly place: StorePlace }> {
  return { place, store: await openStore({ file: place.file, keys: place.keys, create: true }) };
}
