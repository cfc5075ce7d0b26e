import Sqlite from 'better-sqlite3';
import { withAddon } from './addon.ts';
import { asFault } from './fault.ts';

/** One process holds a station. Ends with `release`, or with the process however that ends. */
export interface StationLock {
  release(): void;
}

/** A connection that nobody refers to is collected, and its lock with it; a held one stays until it is released. */
const held = new Set<Sqlite.Database>();

/**
 * Takes the station for this process: an exclusive transaction on a small file of its own. The kernel frees it after
 * `kill -9`, which a file with a process number in it would survive.
 * @throws StoreFault `in-use` while somebody else holds it
 */
export function holdStation(file: string, addon?: unknown): StationLock {
  const connection = open(file, addon);
  try {
    connection.pragma('journal_mode = DELETE');
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    throw asFault(error);
  }
  held.add(connection);
  return {
    release: () => {
      if (held.delete(connection)) connection.close();
    },
  };
}

function open(file: string, addon: unknown): Sqlite.Database {
  try {
    return new Sqlite(file, withAddon({ timeout: 0 }, addon));
  } catch (error) {
    throw asFault(error);
  }
}
