// Records that belong to no booking and may be about the same person: somebody has to say whether they are.
import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';

export interface BesideRecord {
  readonly id: string;
  readonly kind: 'matter' | 'refused-answer';
  /** Of a matter; a refused answer has none. */
  readonly number: string | null;
  readonly at: string;
  /** Name and birth date as the record has them, where it has. */
  readonly person: string | null;
  /** It agrees in more than the last name: first name and birth date, or the minute of the arrest. */
  readonly likely: boolean;
}

/** Whom an order is about, as every version of the booking wrote it. */
const PEOPLE = (bookingId: string) => sql`people (last, first, dob, arrested) as (
  select lower(last_name), lower(first_name), dob, arrest_datetime from booking_version where booking_id = ${bookingId})`;

const SAME_PERSON = sql`lower(m.subject_last) = p.last and (m.subject_dob is null or p.dob is null or m.subject_dob = p.dob)`;

/** Matters of nobody booked and answers of the policy to no matter, by the person's name or the time of the arrest. */
export async function listBeside(db: ReadDb, bookingId: string): Promise<readonly BesideRecord[]> {
  const { rows } = await sql<Omit<BesideRecord, 'likely'> & { readonly likely: number }>`with ${PEOPLE(bookingId)}
    select m.id, 'matter' as kind, m.number, m.opened_at as at,
      trim(coalesce(m.subject_last, '') || ', ' || coalesce(m.subject_first, '') || ' ' || coalesce(m.subject_dob, ''), ', ') as person,
      exists (select 1 from people p where ${SAME_PERSON} and lower(m.subject_first) = p.first and m.subject_dob = p.dob) as likely
    from matter_now m where m.booking_id is null and (exists (select 1 from people p where ${SAME_PERSON})
      or exists (select 1 from people p join matter o on o.id = m.id where o.subject_last is not m.subject_last
        and lower(o.subject_last) = p.last and (o.subject_dob is null or p.dob is null or o.subject_dob = p.dob)))
    union all
    select d.id, 'refused-answer', null, d.at, null,
      exists (select 1 from people p where instr(d.facts, p.arrested) > 0)
    from matter_decision d where d.matter_id is null and exists (select 1 from people p
      where instr(d.facts, p.arrested) > 0 or (length(p.last) > 2 and instr(lower(d.facts), p.last) > 0))
    order by at`.execute(db);
  return rows.map((row) => ({ ...row, likely: row.likely === 1 }));
}
