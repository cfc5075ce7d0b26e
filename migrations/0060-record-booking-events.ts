import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, known, times } from './guards.ts';

const BOOKING_EVENT = `create table booking_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  booking_id text not null references booking (id),
  kind text not null,
  at text not null,
  detail text,
  entered_at text not null,
  entered_by text not null references person (id),
  mark text not null generated always as (app_mark('booking_event',
    entry_seq, id, booking_id, kind, at, detail, entered_at, entered_by)) stored
) strict`;

const GUARDS = [
  covered('booking_event'),
  known('booking_event', 'booking_id', 'booking.id'),
  known('booking_event', 'entered_by', 'person.id'),
  times('booking_event', 'at', 'entered_at'),
  ...appendOnly('booking_event', [['entry_seq'], ['id']]),
];

const INDEXES = ['create index booking_event_of on booking_event (booking_id, kind)'];

/** What happened to the person between arrest and release. */
export const recordBookingEvents: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [BOOKING_EVENT, ...INDEXES, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
