// The one door to SQLite.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, type Transaction } from 'kysely';
import { NOTHING_TAUGHT, type TaughtList } from '../policy/screen/taught.ts';
import type { AddedFields } from './added-fields.ts';
import { withAddon } from './addon.ts';
import { wordsFunction } from './booking/word-function.ts';
import { asReadDb, asWriteTx, type Answer, type Database, type ReadDb, type WriteTx } from './database.ts';
import { StoreDialect } from './dialect.ts';
import { readDisclosure } from './disclosure-guard.ts';
import { SCHEMA_DIGEST } from './expected-schema.ts';
import { asFault, StoreFault } from './fault.ts';
import { POLICY_GUARDS, rememberPassed, unlessTaught, type Guards } from './guards.ts';
import { makeSaysFunction } from './handover/says-function.ts';
import { releaseSource } from './held-source.ts';
import { createMarker } from './mark.ts';
import { migrate } from './migrate.ts';
import { PATIENCE } from './patience.ts';
import { applyPragmas } from './pragmas.ts';
import { digestOfSchema, SCHEMA_TEXT } from './schema-digest.ts';
import { schemaFault } from './schema-fault.ts';
import { StandingPhrases } from './standing-phrases.ts';
import { listCopies, tidyIfDue, tidyStore } from './tidy.ts';
import { TREE_FUNCTIONS } from './tree-functions.ts';

export { StoreFault };

export interface StoreOptions {
  readonly file: string;
  /** 32 random bytes each: one encrypts the file, one marks its rows. */
  readonly keys: { readonly database: Uint8Array; readonly mark: Uint8Array };
  /** Makes the file where there is none; otherwise a missing file is a fault. */
  readonly create?: boolean;
  /** The SQLite addon, where the host cannot find it by itself. */
  readonly addon?: unknown;
  /** What the database asks before it takes a text; the policy's own unless a test says otherwise. */
  readonly guards?: Guards;
  /** Fields that came after a release; the program's own unless a test says otherwise. */
  readonly added?: readonly AddedFields[];
}

export interface Store {
  /** A connection of its own that cannot write. */
  readonly read: ReadDb;
  /** One at a time; all or nothing, on disk when it answers. Writers work inside only. @throws StoreFault */
  transaction<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
  schemaDigest(): string;
  /** Takes away for good what was deleted for good: from pages, journal and, with a record, copies. False where it stays due. */
  tidy(): Promise<boolean>;
  /** Copies from before an update, which a tidying destroys. Paths. */
  copies(): readonly string[];
  /** Phrases that this station lets through, as last committed. */
  taught(): TaughtList;
  close(): Promise<void>;
}

function register(connection: Sqlite.Database, options: StoreOptions, taught = () => NOTHING_TAUGHT): void {
  const guards = unlessTaught(rememberPassed(options.guards ?? POLICY_GUARDS), taught);
  const marker = createMarker(options.keys.mark, guards, options.added);
  const variadic = { varargs: true, deterministic: true };
  connection.function('app_mark', variadic, (...values) => marker.mark(values));
  connection.function('app_seal', variadic, (...values) => marker.seal(values));
  for (const [name, answer] of Object.entries(TREE_FUNCTIONS)) connection.function(name, variadic, answer);
  connection.function('app_words', variadic, wordsFunction);
  connection.function('app_says', variadic, makeSaysFunction());
  connection.function('app_digest', { deterministic: true }, (text) =>
    typeof text === 'string' ? createHash('sha256').update(text).digest('base64url') : null,
  );
  connection.function('app_told', { deterministic: true }, (text) => {
    const told = typeof text === 'string' ? readDisclosure(text) : null;
    return told === null ? null : JSON.stringify(told.value);
  });
}

function unlock(connection: Sqlite.Database, key: Uint8Array): void {
  connection.pragma("cipher = 'sqlcipher'");
  connection.pragma('legacy = 4');
  connection.pragma(`key = "x'${Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('hex')}'"`);
  connection.prepare('select count(*) from sqlite_schema').get();
}

function orFault<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFault(error);
  }
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

/**
 * One connection: functions first, then the key, then every setting, read back. Without `taught` it lets nothing through
 * that the policy refuses.
 * @throws StoreFault `missing-file`, `wrong-key`, `damaged`, `in-use`, `disk-full`
 */
export function connect(options: StoreOptions, access: 'write' | 'read', taught?: () => TaughtList): Sqlite.Database {
  const size = sizeOf(options.file);
  if (size === undefined && options.create !== true) throw new StoreFault('missing-file', 'no store in this place');
  if (size === 0 && options.create !== true) throw new StoreFault('damaged', 'the store is empty');
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(options.file, withAddon({ readonly: access === 'read', timeout: PATIENCE }, options.addon));
    register(connection, options, taught);
    unlock(connection, options.keys.database);
    applyPragmas(connection, access);
    return connection;
  } catch (error) {
    connection?.close();
    throw asFault(error);
  }
}

function schemaDigest(connection: Sqlite.Database): string {
  const text = connection.prepare(SCHEMA_TEXT).pluck().get();
  return digestOfSchema(typeof text === 'string' ? text : '');
}

interface Opened {
  readonly db: Kysely<Database>;
  readonly answer: Answer;
}

function open(connection: Sqlite.Database, hear?: (sql: string) => void): Opened {
  const dialect = new StoreDialect(connection, hear);
  return { db: new Kysely<Database>({ dialect }), answer: (text, parameters) => dialect.answer(text, parameters) };
}

/** A database of its own, that ends with its connection. */
function inMemory(options: StoreOptions): Sqlite.Database {
  const connection = new Sqlite(':memory:', withAddon({}, options.addon));
  register(connection, options);
  return connection;
}

async function prepare(writer: Sqlite.Database, options: StoreOptions, hear: (sql: string) => void): Promise<Opened> {
  const opened = open(writer, hear);
  // From here on the dialect waits, and lets others read meanwhile.
  writer.pragma('busy_timeout = 0');
  tidyIfDue(writer, options.file);
  await migrate(opened.db, options.file);
  if (schemaDigest(writer) !== SCHEMA_DIGEST) throw await schemaFault(writer, () => inMemory(options));
  return opened;
}

/** Fixed statements know of no transaction: what comes after its end is stopped here. */
async function within<T>(tx: Transaction<Database>, answer: Answer, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  let over = false;
  const stopped = new TypeError('the transaction is over');
  const mine: Answer = (text, parameters) => (over ? Promise.reject(stopped) : answer(text, parameters));
  try {
    return await work(asWriteTx(tx, mine));
  } finally {
    over = true;
  }
}

/**
 * Opens the station's records, or makes them: encrypted (SQLCipher 4 format), migrated, guarded.
 * @throws StoreFault
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const phrases = new StandingPhrases();
  const taught = (): TaughtList => phrases.list();
  const writer = connect(options, 'write', taught);
  try {
    const { db, answer } = await prepare(writer, options, (sql) => {
      phrases.hear(sql);
    });
    const reader = connect(options, 'read', taught);
    phrases.readFrom(reader);
    const reading = open(reader);
    return {
      read: asReadDb(reading.db, reading.answer),
      transaction: (work) =>
        db
          .transaction()
          .execute((tx) => within(tx, answer, work))
          .finally(() => {
            phrases.settle();
          }),
      schemaDigest: () => schemaDigest(writer),
      tidy: () => db.connection().execute(() => Promise.resolve(orFault(() => tidyStore(writer, options.file)))),
      copies: () => listCopies(options.file),
      taught,
      async close() {
        if (reader.open) reader.close();
        await db.destroy();
        await releaseSource(options.file);
      },
    };
  } catch (error) {
    writer.close();
    throw asFault(error);
  }
}
