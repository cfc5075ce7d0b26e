// Whom a record is about, as columns hold it: a matter, and what was typed of one before it was recorded.
import { sql, type RawBuilder } from 'kysely';
import { SUBJECT_ROLES } from '../../policy/decision.ts';
import type { MatterSubject } from '../../policy/matters/matter.ts';
import { oneOf } from '../parse.ts';

interface SubjectColumns {
  readonly subject_role: string | null;
  readonly subject_last: string | null;
  readonly subject_first: string | null;
  readonly subject_dob: string | null;
}

/** @param table named where the role is none that there is */
export function toSubject(row: SubjectColumns, table: string): MatterSubject {
  return {
    ...(row.subject_role === null ? {} : { role: oneOf(SUBJECT_ROLES, row.subject_role, `${table}.subject_role`) }),
    ...(row.subject_last === null ? {} : { lastName: row.subject_last }),
    ...(row.subject_first === null ? {} : { firstName: row.subject_first }),
    ...(row.subject_dob === null ? {} : { dob: row.subject_dob }),
  };
}

/** "Testperson, Alex", of the row of this name; null where nobody is named. */
export function subjectName(of: string): RawBuilder<string | null> {
  const [last, first] = [sql.ref(`${of}.subject_last`), sql.ref(`${of}.subject_first`)];
  return sql<string | null>`coalesce(${last} || ', ' || ${first}, ${last}, ${first})`;
}

/** The name of whom a booking is about, as it stands now; null where it says none. @param booking the column of its id */
export function bookedName(booking: string): RawBuilder<string | null> {
  return sql<string | null>`(select coalesce(v.last_name || ', ' || v.first_name, v.last_name, v.first_name)
    from booking_version v where v.booking_id = ${sql.ref(booking)} order by v.version desc limit 1)`;
}
