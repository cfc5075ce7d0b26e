import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known } from './guards.ts';

const STATUS_RECORD = `create table status_record (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  booking_id text not null,
  determination_id text not null,
  value text not null,
  disclosure text not null,
  entered_at text not null,
  entered_by text not null references person (id),
  mark text not null generated always as (app_mark('status_record',
    entry_seq, id, booking_id, determination_id, value, disclosure, entered_at, entered_by)) stored,
  foreign key (determination_id, booking_id) references determination (id, booking_id)
) strict`;

/** A ground that opens one of the acts for this very booking, now. */
const live = (acts: string): string => `exists (select 1 from determination d
    where d.id = new.determination_id and d.booking_id = new.booking_id
    and cast(strftime('%s', d.expires_at) as integer) > cast(strftime('%s', 'now') as integer)
    and not exists (select 1 from determination_event e where e.determination_id = d.id and e.kind = 'revoked')
    and exists (select 1 from json_each(d.opens) where value in (${acts})))`;

const GUARDS = [
  covered('status_record'),
  known('status_record', 'entered_by', 'person.id'),
  guard('status_record', 'ground_stands', live("'record-status'")),
  guard('status_record', 'least_content', `length(new.value) between 1 and 200`),
  guard(
    'status_record',
    'in_its_entry',
    `instr(cast((select leaf from ledger_entry where seq = new.entry_seq) as text), app_digest(new.disclosure)) > 0`,
  ),
  guard(
    'status_record',
    'clock',
    `abs(cast(strftime('%s', new.entered_at) as integer) - cast(strftime('%s', 'now') as integer)) <= 300`,
  ),
  ...appendOnly('status_record', [['entry_seq'], ['id']]),
];

const INDEXES = ['create index status_record_of on status_record (booking_id)'];

/** The sealed compartment: a status value only under a ground that stands for the same booking. */
export const sealStatus: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [STATUS_RECORD, ...INDEXES, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
