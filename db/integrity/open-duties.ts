import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';

/**
 * Duties that are on the list of those still to be done though they were ended, or are not on it though they were not:
 * see `migrations/0500-list-open-duties.ts`.
 */
export async function countWrongOpenDuties(db: ReadDb): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select count(*) as count from duty d
    where exists (select 1 from open_duty o where o.duty_id = d.id) is not
      (not exists (select 1 from duty_event e where e.duty_id = d.id and e.kind = 'done'))`.execute(db);
  return rows[0]?.count ?? 0;
}
