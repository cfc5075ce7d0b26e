import { CompiledQuery, type Insertable } from 'kysely';
import type { Database, WriteTx } from './database.ts';

export type Value = string | number | Buffer | null;

const statements = new Map<string, string>();
const quoted = (name: string): string => `"${name}"`;

function statementFor(table: string, columns: readonly string[]): string {
  const key = `${table}:${columns.join()}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  const places = columns.map(() => '?').join(', ');
  const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${places})`;
  statements.set(key, text);
  return text;
}

/**
 * Inserts one row whose columns were listed by the caller. The text of the statement is built once per shape:
 * Kysely would build and compile it again for every row, which costs more than the insert itself.
 */
export async function insertValues(
  tx: WriteTx,
  table: keyof Database,
  row: Readonly<Record<string, Value>>,
): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(statementFor(table, Object.keys(row)), Object.values(row)));
}

/** Inserts one row of a table, every column named and typed. */
export async function insertRow<T extends keyof Database>(
  tx: WriteTx,
  table: T,
  row: Required<Insertable<Database[T]>>,
): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(statementFor(table, Object.keys(row)), Object.values(row)));
}
