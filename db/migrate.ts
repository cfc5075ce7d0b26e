import { rmSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { MIGRATIONS } from '../migrations/index.ts';
import type { Database } from './database.ts';
import { asFault, StoreFault } from './fault.ts';

async function appliedNames(db: Kysely<Database>): Promise<readonly string[]> {
  const table = await sql`select 1 from sqlite_schema where name = 'kysely_migration'`.execute(db);
  if (table.rows.length === 0) return [];
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** A copy under the same key; `db.backup()` cannot copy an encrypted file. */
async function backUp(db: Kysely<Database>, copy: string): Promise<void> {
  rmSync(copy, { force: true });
  await sql`vacuum into ${copy}`.execute(db);
}

/** All steps, in a database that holds nothing: what the schema has to be. */
export async function migrateFresh(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw asFault(error);
}

/**
 * Brings a store to the newest schema, all steps in one transaction. A store that already held records is copied first,
 * to `<file>.before-<first new step>`.
 * @throws StoreFault `newer-database` where a later version of Sallyport has been at it
 */
export async function migrate(db: Kysely<Database>, file: string): Promise<void> {
  const applied = await appliedNames(db);
  const known = Object.keys(MIGRATIONS);
  const foreign = applied.find((name) => !known.includes(name));
  if (foreign !== undefined) throw new StoreFault('newer-database', `unknown step ${foreign}`);
  const next = known.find((name) => !applied.includes(name));
  if (next === undefined) return;
  if (applied.length > 0) await backUp(db, `${file}.before-${next}`);
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw asFault(error);
}
