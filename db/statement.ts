import { CompiledQuery } from 'kysely';
import type { ReadDb } from './database.ts';

/**
 * A fixed statement that takes parameters. For what every save does: Kysely would build and compile the same query
 * each time, which costs more than the statement itself.
 */
export function statement(text: string): (parameters: readonly unknown[]) => CompiledQuery {
  const compiled = CompiledQuery.raw(text);
  return (parameters) => ({ ...compiled, parameters });
}

/** Rows of a fixed statement. `R` is what the caller's text selects; keep the two beside each other. */
export async function readRows<R>(db: ReadDb, query: CompiledQuery): Promise<readonly R[]> {
  const { rows } = await db.executeQuery<R>(query);
  return rows;
}
