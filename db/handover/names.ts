// Whom the note of a handover names: nobody fills in a box for it, so its words are looked at.
import { sql, type RawBuilder } from 'kysely';

const says = (words: string): RawBuilder<boolean> => sql<boolean>`app_says(t.note, ${sql.raw(words)})`;

/**
 * Whether a note (`t.note`) names a booking by its number, or its person by the last name. Only what was written since
 * it was opened can mean it. @param booking its id
 */
export function namesBooking(booking: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from booking b where b.id = ${booking} and b.entry_seq < t.entry_seq
    and (${says('b.number')} or exists (select 1 from booking_version v where v.booking_id = b.id
      and ${says('v.last_name')})))`;
}

/** The same of matters. @param matters their ids */
export function namesMatter(matters: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from matter m where m.id in (${matters}) and m.entry_seq < t.entry_seq
    and (${says('m.number')} or ${says('m.subject_last')}))`;
}
