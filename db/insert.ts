import { CompiledQuery, type Insertable } from 'kysely';
import type { Database, WriteTx } from './database.ts';

export type Value = string | number | Buffer | null;

const statements = new Map<string, string>();
const quoted = (name: string): string => `"${name}"`;

function statementFor(table: string, columns: readonly string[], rows: number): string {
  const key = `${table}:${String(rows)}:${columns.join()}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  const places = `(${columns.map(() => '?').join(', ')})`;
  const all = Array.from({ length: rows }, () => places).join(', ');
  const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${all}`;
  statements.set(key, text);
  return text;
}

/** Rows that go into one statement at most, well below SQLite's limit of parameters. */
const BATCH = 40;

/**
 * Inserts rows of one shape, whose columns were listed by the caller. The text of the statement is built once per shape:
 * Kysely would build and compile it again for every row, which costs more than the insert itself.
 */
export async function insertValues(
  tx: WriteTx,
  table: keyof Database,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const text = statementFor(table, Object.keys(batch[0] ?? {}), batch.length);
    await tx.executeQuery(
      CompiledQuery.raw(
        text,
        batch.flatMap((row) => Object.values(row)),
      ),
    );
  }
}

/** Inserts one row of a table, every column named and typed. */
export async function insertRow<T extends keyof Database>(
  tx: WriteTx,
  table: T,
  row: Required<Insertable<Database[T]>>,
): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(statementFor(table, Object.keys(row), 1), Object.values(row)));
}
