// What a check asks of the file itself. Everything is read; nothing is repaired.
import { sql, type RawBuilder } from 'kysely';
import { ADDED_FIELDS, markedColumns, markTable, type AddedFields } from '../added-fields.ts';
import type { Database, ReadDb } from '../database.ts';
import { SCHEMA_DIGEST } from '../expected-schema.ts';
import { MARK_RULES } from '../mark-rules.ts';
import { readSchemaDigest } from '../schema-digest.ts';

/** Rows that are read at a time, so that a large store never fills the memory. */
const CHUNK = 1_000;

/**
 * What SQLite itself finds wrong with the file; empty where all is well. A question to the index of words comes first, in
 * the same statement: the check of FTS5 (3.53) does not look whether another connection has written since, and a question
 * does.
 */
export async function listFileFaults(db: ReadDb): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly integrity_check: string }>`with asked as materialized
    (select count(*) as found from booking_words where booking_words match 'nobody')
    select p.integrity_check from asked cross join pragma_integrity_check p`.execute(db);
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

/** What SQLite finds wrong with one table and its indexes; shorter than the whole file, for whoever must not wait. */
export async function listTableFaults(db: ReadDb, table: keyof Database): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly integrity_check: string }>`pragma integrity_check(${sql.lit(table)})`.execute(
    db,
  );
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

/** Rows that point at a row that is not there. */
export async function countBrokenLinks(db: ReadDb): Promise<number> {
  return (await sql`pragma foreign_key_check`.execute(db)).rows.length;
}

/** Whether tables, indexes and triggers are exactly the ones that were built in. */
export async function isSchemaWhole(db: ReadDb): Promise<boolean> {
  return (await readSchemaDigest(db)) === SCHEMA_DIGEST;
}

/** Tables that lack a guard against change or removal; drafts alone may change or go, and the words of the search. */
export async function listUnguardedTables(db: ReadDb): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`select t.name from sqlite_schema t where t.type = 'table'
    and t.name not in ('draft', 'draft_cut', 'ground_draft', 'matter_draft') and t.name not like 'kysely!_%' escape '!' and t.name not like 'sqlite!_%' escape '!'
    and t.name not like 'booking!_words%' escape '!'
    and (select count(*) from sqlite_schema g where g.type = 'trigger' and g.tbl_name = t.name
      and g.name in (t.name || '_no_update', t.name || '_forward_only', t.name || '_no_delete')) <> 2 order by t.name`.execute(
    db,
  );
  return rows.map((row) => row.name);
}

function isTable(name: string): name is keyof Database {
  return Object.hasOwn(MARK_RULES, name);
}

/** Every table of the store. */
export function listTables(): readonly (keyof Database)[] {
  return Object.keys(MARK_RULES).filter(isTable);
}

/** Records without an entry of the ledger that covers them; `first`: the smallest number that they name. */
export async function findUncovered(
  db: ReadDb,
  table: keyof Database,
): Promise<{ readonly count: number; readonly first: number | null }> {
  if (MARK_RULES[table].every(([name]) => name !== 'entry_seq')) return { count: 0, first: null };
  const { rows } = await sql<{ readonly count: number; readonly first: number | null }>`select count(*) as count,
    min(entry_seq) as first from ${sql.table(table)} t
    where not exists (select 1 from ledger_entry where seq = t.entry_seq)`.execute(db);
  return rows[0] ?? { count: 0, first: null };
}

/** Columns of the primary key, in its order. */
export async function keyOf(db: ReadDb, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`select name from pragma_table_info(${table})
    where pk > 0 order by pk`.execute(db);
  return rows.map((row) => row.name);
}

type Row = Readonly<Record<string, unknown>>;

interface Place {
  readonly table: keyof Database;
  /** Columns of its primary key. */
  readonly keys: readonly string[];
  /** What came to it after a release. */
  readonly added: readonly AddedFields[];
}

function sealOf(name: string, columns: readonly (readonly [name: string, ...rest: unknown[]])[]): RawBuilder<unknown> {
  return sql`app_seal(${sql.lit(name)}, ${sql.join(columns.map(([column]) => sql.ref(column)))})`;
}

/** Whether a row lacks one of its marks or carries one that is not ours. */
function wrongMark({ table, keys, added }: Place): RawBuilder<unknown> {
  const own = sql`mark is not ${sealOf(table, MARK_RULES[table])}`;
  const later = added.map((fields) => {
    const marks = sql.table(markTable(fields));
    const same = keys.map((key) => sql`m.${sql.ref(key)} = t.${sql.ref(key)}`);
    const found = sql`(select m.mark from ${marks} m where ${sql.join(same, sql` and `)})`;
    return sql`${found} is not ${sealOf(markTable(fields), markedColumns(fields))}`;
  });
  return sql.join([own, ...later], sql` or `);
}

async function chunk(db: ReadDb, place: Place, last: Row | undefined): Promise<readonly Row[]> {
  const { table, keys } = place;
  const key = sql.join(keys.map((name) => sql.ref(name)));
  const after = last === undefined ? sql`true` : sql`(${key}) > (${sql.join(keys.map((name) => last[name]))})`;
  const { rows } = await sql<Row>`select ${key}, ${wrongMark(place)} as wrong_mark
    from ${sql.table(table)} t where ${after} order by ${key} limit ${CHUNK}`.execute(db);
  return rows;
}

/** Rows of one table, and how many carry a mark that our key did not make over their content. */
export async function countMarks(
  db: ReadDb,
  table: keyof Database,
  added: readonly AddedFields[] = ADDED_FIELDS,
): Promise<{ readonly rows: number; readonly wrong: number }> {
  const place = { table, keys: await keyOf(db, table), added: added.filter((fields) => fields.table === table) };
  let rows = 0;
  let wrong = 0;
  let last: Row | undefined;
  do {
    const read: readonly Row[] = await chunk(db, place, last);
    rows += read.length;
    wrong += read.filter((row) => row['wrong_mark'] !== 0).length;
    last = read.length < CHUNK ? undefined : read.at(-1);
  } while (last !== undefined);
  return { rows, wrong };
}
