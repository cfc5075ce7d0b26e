import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';

/** Refusals on record, by code: under the ledger, and beside it from before it covered them or while it was refused. */
export async function countRefusals(db: ReadDb): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly code: string; readonly count: number }>`select code, count(*) as count from (
    select code from refusal_log union all select code from audit_event where kind = 'refused') group by code`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.code, row.count]));
}

/** Sign-ins and locks, newest first. */
export async function listSessionEvents(
  db: ReadDb,
  limit: number,
): Promise<readonly { readonly at: string; readonly personId: string | null; readonly kind: string }[]> {
  const { rows } = await sql<{ readonly at: string; readonly personId: string | null; readonly kind: string }>`
    select at, person_id as personId, kind from session_event union all
    select at, person_id, kind from audit_event where kind <> 'refused' order by at desc limit ${limit}`.execute(db);
  return rows;
}
