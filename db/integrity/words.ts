import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';

/** As the index was filled: see `migrations/0460-find-bookings.ts`. */
const WORDS_NOW = `app_words(b.number, v.dob, v.booking_datetime, v.last_name, v.first_name, v.middle_name, v.aliases,
  v.booking_officer_name, v.booking_officer_badge, v.arresting_officer_name, v.arresting_officer_badge)`;

/**
 * Bookings whose words in the index of the search are not those of the version that holds, and words of no saved
 * booking. That the index itself agrees with its words, `listFileFaults` asks.
 */
export async function countWrongWords(db: ReadDb): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select
    (select count(*) from booking b join booking_version v on v.booking_id = b.id
      left join booking_words w on w.rowid = b.entry_seq
      where v.version = (select max(m.version) from booking_version m where m.booking_id = b.id)
      and w.words is not ${sql.raw(WORDS_NOW)})
    + (select count(*) from booking_words w where not exists (select 1 from booking b
      join booking_version v on v.booking_id = b.id where b.entry_seq = w.rowid)) as count`.execute(db);
  return rows[0]?.count ?? 0;
}
