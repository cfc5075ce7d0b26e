import { sql } from 'kysely';
import type { Database, ReadDb } from '../database.ts';

/** A record beside the entry that it stands under. */
export interface RowBeside {
  readonly entry: number;
  /** Columns by name, as they are stored. */
  readonly row: Readonly<Record<string, unknown>>;
  /** To the minute, in UTC; null where the entry cannot be read. */
  readonly at: string | null;
  /** Id of the person. */
  readonly actor: string | null;
}

interface Row {
  readonly entry_seq: number;
  readonly entry_at: string | null;
  readonly entry_actor: string | null;
  readonly [column: string]: unknown;
}

/** Records of one table in the order of their entries, some at a time. */
export async function listRowsBeside(
  db: ReadDb,
  { table, columns }: { readonly table: keyof Database; readonly columns: readonly string[] },
  page: { readonly after: number; readonly limit: number },
): Promise<readonly RowBeside[]> {
  const wanted = sql.join(columns.map((name) => sql.ref(`t.${name}`)));
  const leaf = sql`case when json_valid(cast(l.leaf as text)) then cast(l.leaf as text) end`;
  const { rows } = await sql<Row>`select t.entry_seq, ${wanted}, ${leaf} ->> 'at' as entry_at,
    ${leaf} ->> 'actor' as entry_actor from ${sql.table(table)} t join ledger_entry l on l.seq = t.entry_seq
    where t.entry_seq > ${page.after} order by t.entry_seq limit ${page.limit}`.execute(db);
  return rows.map(({ entry_seq: entry, entry_at: at, entry_actor: actor, ...row }) => ({ entry, row, at, actor }));
}

/** The charges of booking versions, by entry, in their order. */
export async function listChargesUnder(
  db: ReadDb,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<number, readonly Readonly<Record<string, unknown>>[]>> {
  const { rows } = await sql<{ readonly entry: number; readonly [column: string]: unknown }>`
    select v.entry_seq as entry, c.* from booking_version v
    join charge c on c.booking_id = v.booking_id and c.version = v.version
    where v.entry_seq between ${from} and ${to} order by v.entry_seq, c.position`.execute(db);
  const found = new Map<number, Readonly<Record<string, unknown>>[]>();
  for (const { entry, ...charge } of rows) found.set(entry, [...(found.get(entry) ?? []), charge]);
  return found;
}
