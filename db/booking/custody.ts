import { sql, type RawBuilder } from 'kysely';

interface Release {
  /** Expressions of SQL: the booking, when it was released, and the entry that says so. */
  readonly booking: string;
  readonly at: string;
  readonly seq: string;
}

const taken = ({ booking, at, seq }: Release): string => `exists (select 1 from booking_event i
  where i.booking_id = ${booking} and i.kind = 'in-custody'
  and (julianday(i.at), i.entry_seq) > (julianday(${at}), ${seq}))`;

/** `custodyOf` of the policy as a condition, to look at few rows of many: a release that no later event took back. */
export function isReleased(booking: 'b.id' | 'due.booking_id'): RawBuilder<boolean> {
  const event: Release = { booking, at: 'r.at', seq: 'r.entry_seq' };
  const form: Release = { booking, at: 'w.release_datetime', seq: '0' };
  return sql<boolean>`(exists (select 1 from booking_event r where r.booking_id = ${sql.raw(booking)}
      and r.kind = 'released' and not ${sql.raw(taken(event))})
    or exists (select 1 from booking_version w where w.booking_id = ${sql.raw(booking)}
      and w.version = (select max(m.version) from booking_version m where m.booking_id = w.booking_id)
      and w.release_datetime is not null and not ${sql.raw(taken(form))}))`;
}
