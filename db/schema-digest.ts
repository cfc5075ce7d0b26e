import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ReadDb, WriteTx } from './database.ts';
import { SCHEMA_DIGEST } from './expected-schema.ts';
import { StoreFault } from './fault.ts';

/** Every table, index and trigger as text; the migrator's own two tables aside. */
export const SCHEMA_TEXT = `select group_concat(type || char(31) || name || char(31) || tbl_name || char(31)
  || coalesce(sql, ''), char(30)) as text from (select type, name, tbl_name, sql from sqlite_schema
  where tbl_name not like 'kysely!_%' escape '!' order by type, name)`;

/** SHA-256 of what `SCHEMA_TEXT` answers, hex. `schema_version` proves nothing: a foreign tool can leave it unchanged. */
export function digestOfSchema(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const schemaText = sql<{ readonly text: string | null }>`${sql.raw(SCHEMA_TEXT)}`;
const settings = sql<{ readonly wrong: number }>`select (select foreign_keys from pragma_foreign_keys) <> 1
  or (select recursive_triggers from pragma_recursive_triggers) <> 1
  or (select ignore_check_constraints from pragma_ignore_check_constraints) <> 0
  or exists (select 1 from sqlite_temp_schema) as wrong`;

export async function readSchemaDigest(db: ReadDb): Promise<string> {
  const { rows } = await schemaText.execute(db);
  return digestOfSchema(rows[0]?.text ?? '');
}

/**
 * Run inside every transaction that writes a determination, a status or a notification: the guards must be the ones
 * that were built in, and nothing on this connection may turn them off.
 * @throws StoreFault `damaged`
 */
export async function checkGates(tx: WriteTx): Promise<void> {
  if ((await readSchemaDigest(tx)) !== SCHEMA_DIGEST) throw new StoreFault('damaged', 'the schema was changed');
  const { rows } = await settings.execute(tx);
  if (rows[0]?.wrong !== 0) throw new StoreFault('damaged', 'a guard of this connection is off');
}
