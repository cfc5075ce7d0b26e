import { answerOf, type ReadDb, type WriteTx } from './database.ts';

/** A fixed statement and what stands at its places. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/**
 * A fixed statement that takes parameters. For what every save does: building and compiling the same query each time,
 * and handing it through the layers of the builder, costs more than the statement itself.
 */
export function statement(text: string): (parameters: readonly unknown[]) => Statement {
  return (parameters) => ({ text, parameters });
}

/** Rows of a fixed statement. `R` is what the caller's text selects; keep the two beside each other. */
export async function readRows<R extends object>(db: ReadDb, { text, parameters }: Statement): Promise<readonly R[]> {
  const rows = await answerOf(db)(text, parameters);
  return rows.filter((row): row is R => typeof row === 'object');
}

/** Writes by a fixed statement. */
export async function write(tx: WriteTx, { text, parameters }: Statement): Promise<void> {
  await answerOf(tx)(text, parameters);
}
