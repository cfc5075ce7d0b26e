import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { asFault } from './fault.ts';
import { Patience } from './patience.ts';

/** What is needed of a connection; better-sqlite3 itself stays in `open.ts`. */
export interface Connection {
  readonly inTransaction: boolean;
  prepare(sql: string): {
    readonly reader: boolean;
    all(parameters: readonly unknown[]): unknown[];
    run(parameters: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
    iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
  };
  close(): unknown;
}

/** Statements that are kept prepared; the oldest goes first. */
const MOST = 400;

function orFault<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFault(error);
  }
}

function prepared(connection: Connection, sql: string): SqliteStatement {
  const statement = orFault(() => connection.prepare(sql));
  return {
    reader: statement.reader,
    all: (parameters) => orFault(() => statement.all(parameters)),
    run: (parameters) => orFault(() => statement.run(parameters)),
    // A stream keeps its statement busy until it ends, so it gets one of its own.
    iterate: (parameters) => orFault(() => connection.prepare(sql).iterate(parameters)),
  };
}

/** Kysely prepares anew for every execution, which costs more than most of the executions here. */
function cached(connection: Connection, hear: (sql: string) => void): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => connection.close(),
    prepare(sql) {
      hear(sql);
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const made = prepared(connection, sql);
      const oldest = statements.size >= MOST ? statements.keys().next().value : undefined;
      if (oldest !== undefined) statements.delete(oldest);
      statements.set(sql, made);
      return made;
    },
  };
}

/** Takes the write lock at the start, so that what a transaction reads still holds when it writes. */
class StoreDriver extends SqliteDriver {
  readonly #handle: Connection;
  readonly #patience = new Patience();

  constructor(handle: Connection, database: SqliteDatabase) {
    super({ database });
    this.#handle = handle;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#patience.run(async () => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    });
  }

  /** A full disk has rolled back by itself; saying it again would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#handle.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

/** SQLite can roll a CREATE TABLE back: migrations run in one transaction, all or none. */
class StoreAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's dialect over one connection. */
export class StoreDialect extends SqliteDialect {
  readonly #handle: Connection;
  readonly #database: SqliteDatabase;

  /** @param hear hears of every statement before it runs */
  constructor(handle: Connection, hear: (sql: string) => void = () => undefined) {
    const database = cached(handle, hear);
    super({ database });
    this.#handle = handle;
    this.#database = database;
  }

  /** Runs a fixed statement on the same connection, past the layers of the builder. */
  answer(text: string, parameters: readonly unknown[]): Promise<readonly unknown[]> {
    return new Promise((resolve) => {
      const kept = this.#database.prepare(text);
      if (kept.reader) resolve(kept.all(parameters));
      else resolve([kept.run(parameters)]);
    });
  }

  override createDriver(): Driver {
    return new StoreDriver(this.#handle, this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new StoreAdapter();
  }
}
