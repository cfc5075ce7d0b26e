import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';

/** What entries of a run disclosed under these names, by entry and name; values as JSON has them. */
export async function listTold(
  db: ReadDb,
  names: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<number, ReadonlyMap<string, unknown>>> {
  const { rows } = await sql<{ readonly seq: number; readonly name: string; readonly told: string | null }>`
    select seq, name, app_told(text) as told from disclosure
    where seq between ${from} and ${to} and name in (select value from json_each(${JSON.stringify(names)}))`.execute(
    db,
  );
  const found = new Map<number, Map<string, unknown>>();
  for (const { seq, name, told } of rows) {
    const value: unknown = told === null ? null : JSON.parse(told);
    found.set(seq, (found.get(seq) ?? new Map<string, unknown>()).set(name, value));
  }
  return found;
}
