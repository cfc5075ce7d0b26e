import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type StoreOptions } from '../../db/open.ts';

/** A folder for one test, and keys that nobody has elsewhere. */
export interface StorePlace {
  readonly folder: string;
  readonly file: string;
  readonly keys: StoreOptions['keys'];
  /** Fields that a migration of a test brought. */
  readonly added?: NonNullable<StoreOptions['added']>;
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

/** A connection as the program has it: key, functions, settings. For attacks with raw SQL. */
export function connectTo(place: StorePlace): ReturnType<typeof connect> {
  const { file, keys, added } = place;
  return connect(added === undefined ? { file, keys } : { file, keys, added }, 'write');
}
