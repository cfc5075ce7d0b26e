import type { Insertable } from 'kysely';
import type { Database, WriteTx } from './database.ts';
import { statement, write, type Statement } from './statement.ts';

export type Value = string | number | Buffer | null;

/** A table and the columns that rows of values follow. Made once: statements are kept by its identity. */
export interface Shape {
  readonly table: keyof Database;
  readonly columns: readonly string[];
}

type Insertion = (parameters: readonly unknown[]) => Statement;

/** Rows that go into one statement at most, well below SQLite's limit of parameters. */
const BATCH = 40;
const quoted = (name: string): string => `"${name}"`;

function insertion({ table, columns }: Shape, rows: number): Insertion {
  const places = `(${columns.map(() => '?').join(', ')})`;
  const all = Array.from({ length: rows }, () => places).join(', ');
  return statement(`insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${all}`);
}

const byShape = new WeakMap<Shape, Map<number, Insertion>>();

function statementFor(shape: Shape, rows: number): Insertion {
  const known = byShape.get(shape) ?? new Map<number, Insertion>();
  byShape.set(shape, known);
  const made = known.get(rows) ?? insertion(shape, rows);
  known.set(rows, made);
  return made;
}

/** Inserts rows of values, in the order of the shape's columns. */
export async function insertRows(tx: WriteTx, shape: Shape, rows: readonly (readonly Value[])[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await write(tx, statementFor(shape, batch.length)(batch.flat()));
  }
}

const byNames = new Map<string, Insertion>();

function statementNamed(table: keyof Database, columns: readonly string[]): Insertion {
  const key = `${table}:${columns.join()}`;
  const made = byNames.get(key) ?? insertion({ table, columns }, 1);
  byNames.set(key, made);
  return made;
}

/** Inserts one row of a table, every column named and typed. */
export async function insertRow<T extends keyof Database>(
  tx: WriteTx,
  table: T,
  row: Required<Insertable<Database[T]>>,
): Promise<void> {
  await write(tx, statementNamed(table, Object.keys(row))(Object.values(row)));
}
