import { sql } from 'kysely';
import { isReleased } from '../booking/custody.ts';
import type { ReadDb } from '../database.ts';

/**
 * Bookings that are on the list of those that stand open though they do not, or are not on it though they do: see
 * `migrations/0490-list-unreleased.ts`.
 */
export async function countWrongUnreleased(db: ReadDb): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select count(*) as count from booking b
    where exists (select 1 from unreleased u where u.booking_id = b.id) is not (
      (b.origin = 'desk' or exists (select 1 from booking_event e where e.booking_id = b.id
        and e.kind in ('in-custody', 'release-eligible')))
      and not exists (select 1 from number_abandoned a where a.booking_id = b.id)
      and not (exists (select 1 from booking_version f where f.booking_id = b.id) and ${isReleased('b.id')}))`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
