import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard } from './guards.ts';

/** Whoever looks for the few in custody does not look through all who ever were. */
const UNRELEASED = `create table unreleased (
  booking_id text not null primary key references booking (id),
  mark text not null generated always as (app_mark('unreleased', booking_id)) stored
) strict, without rowid`;

interface Release {
  readonly at: string;
  readonly seq: string;
}

const takenBack = ({ at, seq }: Release): string => `exists (select 1 from booking_event i
    where i.booking_id = b.id and i.kind = 'in-custody' and (julianday(i.at), i.entry_seq) > (julianday(${at}), ${seq}))`;

/** By an event, or by the form of the version that holds; and no later event took it back. */
const RELEASED = `(exists (select 1 from booking_event r where r.booking_id = b.id and r.kind = 'released'
    and not ${takenBack({ at: 'r.at', seq: 'r.entry_seq' })})
  or exists (select 1 from booking_version w where w.booking_id = b.id
    and w.version = (select max(m.version) from booking_version m where m.booking_id = b.id)
    and w.release_datetime is not null and not ${takenBack({ at: 'w.release_datetime', seq: '0' })}))`;

const SAVED = 'exists (select 1 from booking_version f where f.booking_id = b.id)';

/**
 * Begun at this desk, or of whom a time in custody was told; neither given up nor, once saved, released. `b`: the
 * booking.
 */
const STANDS = `(b.origin = 'desk' or exists (select 1 from booking_event e where e.booking_id = b.id
    and e.kind in ('in-custody', 'release-eligible')))
  and not exists (select 1 from number_abandoned a where a.booking_id = b.id)
  and not (${SAVED} and ${RELEASED})`;

const stands = (id: string): string => `exists (select 1 from booking b where b.id = ${id} and ${STANDS})`;

const keep = (id: string): string => `delete from unreleased where booking_id = ${id} and not ${stands(id)};
  insert into unreleased (booking_id) select ${id}
    where not exists (select 1 from unreleased where booking_id = ${id}) and ${stands(id)};`;

const kept = (
  table: string,
  id: string,
): string => `create trigger ${table}_into_unreleased after insert on ${table} begin
  ${keep(id)}
end`;

const GUARDS = [
  guard('unreleased', 'as_the_records_say', stands('new.booking_id')),
  guard('unreleased', 'key_once_booking_id', 'not exists (select 1 from unreleased where booking_id = new.booking_id)'),
  `create trigger unreleased_no_update before update on unreleased begin
  select raise(abort, 'unreleased: rows never change');
end`,
  `create trigger unreleased_no_delete before delete on unreleased begin
  select raise(abort, 'unreleased: rows go with a release') where (not ${stands('old.booking_id')}) is not true;
end`,
];

const KEPT = [
  kept('booking', 'new.id'),
  kept('booking_version', 'new.booking_id'),
  kept('booking_event', 'new.booking_id'),
  kept('number_abandoned', 'new.booking_id'),
  `create trigger booking_out_of_unreleased after delete on booking begin
  delete from unreleased where booking_id = old.id;
end`,
];

const FILL = `insert into unreleased (booking_id) select b.id from booking b where ${STANDS}`;

/** Entries of the last days are found without a look at all. */
const LATELY = `create index booking_event_entered on booking_event (strftime('%s', entered_at))`;

/** A list of the bookings that still stand open, and of when events of bookings were entered. */
export const listUnreleased: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [UNRELEASED, ...GUARDS, FILL, ...KEPT, LATELY]) await sql.raw(statement).execute(db);
  },
};
