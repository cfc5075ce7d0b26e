import { CompiledQuery } from 'kysely';
import type { ReadDb } from './database.ts';

/**
 * Runs one fixed statement. For what every save asks: Kysely would build and compile the same query each time, which
 * costs more than its answer. The caller says what a row holds, so keep the statement beside its row type.
 */
export async function readRows<R>(
  db: ReadDb,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<readonly R[]> {
  const { rows } = await db.executeQuery<R>(CompiledQuery.raw(text, [...parameters]));
  return rows;
}
