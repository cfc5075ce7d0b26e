import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StoreDialect } from '../../db/dialect.ts';
import { connect } from '../../db/open.ts';
import { digestOfSchema, SCHEMA_TEXT } from '../../db/schema-digest.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { newStorePlace, type StorePlace } from './store-place.ts';

type Connection = ReturnType<typeof connect>;

/** A file that was migrated up to one step and no further. */
export interface Migrated {
  readonly place: StorePlace;
  readonly connection: Connection;
  /** Columns of a table with their SQL types, the mark included. */
  columns(table: string): Readonly<Record<string, string>>;
  /** Names of a table's triggers, without the table's own. */
  guards(table: string): readonly string[];
  indexes(table: string): readonly string[];
  /** Tables that this step made. */
  readonly tables: readonly string[];
  end(): void;
}

function namesOf(connection: Connection, type: 'table' | 'trigger' | 'index', of?: string): readonly string[] {
  const named = "type = ? and sql is not null and name not like 'kysely%' and tbl_name = coalesce(?, tbl_name)";
  const names = connection.prepare(`select name from sqlite_schema where ${named} order by name`).pluck();
  return names.all(type, of ?? null).map(String);
}

function splitName(row: string): readonly [string, string] {
  const [name = '', type = ''] = row.split(':');
  return [name, type];
}

/** Digest of the schema after each of these steps. */
export async function schemasOf(steps: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const place = newStorePlace();
  const connection = connect({ file: place.file, keys: place.keys, create: true }, 'write');
  const db = new Kysely<unknown>({ dialect: new StoreDialect(connection) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const schemas: Record<string, string> = {};
  for (const step of steps) {
    await migrator.migrateTo(step);
    schemas[step] = digestOfSchema(String(connection.prepare(SCHEMA_TEXT).pluck().get()));
  }
  connection.close();
  place.remove();
  return schemas;
}

export async function migratedTo(step: string): Promise<Migrated> {
  const place = newStorePlace();
  const connection = connect({ file: place.file, keys: place.keys, create: true }, 'write');
  const db = new Kysely<unknown>({ dialect: new StoreDialect(connection) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const names = Object.keys(MIGRATIONS);
  const before = names[names.indexOf(step) - 1];
  if (before !== undefined) await migrator.migrateTo(before);
  const old = namesOf(connection, 'table');
  const { error } = await migrator.migrateTo(step);
  if (error !== undefined) throw new Error(`step ${step} failed`, { cause: error });
  const tables = namesOf(connection, 'table').filter((name) => !old.includes(name));
  return {
    place,
    connection,
    tables,
    columns(table) {
      const rows = connection.prepare("select name || ':' || type from pragma_table_xinfo(?)").pluck().all(table);
      return Object.fromEntries(rows.map((row) => splitName(String(row))));
    },
    guards: (table) => namesOf(connection, 'trigger', table).map((name) => name.slice(table.length + 1)),
    indexes: (table) => namesOf(connection, 'index', table),
    end() {
      connection.close();
      place.remove();
    },
  };
}
