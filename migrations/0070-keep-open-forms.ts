import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const NUMBER_ABANDONED = `create table number_abandoned (
  entry_seq integer primary key references ledger_entry (seq),
  booking_id text not null unique references booking (id),
  reason text,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('number_abandoned',
    entry_seq, booking_id, reason, at, "by")) stored
) strict`;

const DRAFT = `create table draft (
  booking_id text not null primary key references booking (id),
  fields text not null,
  charges text not null,
  kept_at text not null,
  kept_by text not null references person (id),
  mark text not null generated always as (app_mark('draft',
    booking_id, fields, charges, kept_at, kept_by)) stored
) strict, without rowid`;

const NOT_SAVED = `not exists (select 1 from booking_version where booking_id = new.booking_id)`;

const GUARDS = [
  covered('number_abandoned'),
  known('number_abandoned', 'booking_id', 'booking.id'),
  known('number_abandoned', '"by"', 'person.id'),
  guard('number_abandoned', 'not_saved', NOT_SAVED),
  times('number_abandoned', 'at'),
  ...appendOnly('number_abandoned', [['entry_seq'], ['booking_id']]),
  known('draft', 'booking_id', 'booking.id'),
  known('draft', 'kept_by', 'person.id'),
  guard('draft', 'not_saved', NOT_SAVED),
  guard('draft', 'not_abandoned', `not exists (select 1 from number_abandoned where booking_id = new.booking_id)`),
  `create trigger draft_stays_with_its_booking before update on draft begin
  select raise(abort, 'draft: stays with its booking') where (new.booking_id = old.booking_id) is not true;
end`,
];

/** Forms that are not saved: what was kept of them, and which were given up. */
export const keepOpenForms: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [NUMBER_ABANDONED, DRAFT, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
