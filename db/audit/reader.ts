import type { ReadDb } from '../database.ts';

/** Refusals on record, by code. */
export async function countRefusals(db: ReadDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('refusal_log')
    .select(({ fn }) => ['code', fn.countAll<number>().as('count')])
    .groupBy('code')
    .execute();
  return new Map(rows.map((row) => [row.code, row.count]));
}

/** Sign-ins and locks, newest first. */
export async function listSessionEvents(
  db: ReadDb,
  limit: number,
): Promise<readonly { readonly at: string; readonly personId: string | null; readonly kind: string }[]> {
  return db
    .selectFrom('session_event')
    .select(['at', 'person_id as personId', 'kind'])
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}
