import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const NOTIFICATION = `create table notification (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  number text not null unique,
  booking_id text references booking (id),
  determination_id text references determination (id),
  outcome text not null check (outcome in ('notified', 'declined', 'no-action')),
  direction text not null check (direction in ('out', 'in')),
  contacted_at text not null,
  agency text not null,
  unit text,
  recipient text,
  reached_at text,
  verified_how text,
  channel text not null,
  purpose text not null,
  released text not null,
  criminal_history integer not null check (criminal_history in (0, 1)),
  reason text,
  decided_by text not null references person (id),
  cosigned_by text references person (id),
  entered_at text not null,
  mark text not null generated always as (app_mark('notification',
    entry_seq, id, number, booking_id, determination_id, outcome, direction, contacted_at, agency, unit,
    recipient, reached_at, verified_how, channel, purpose, released, criminal_history, reason, decided_by,
    cosigned_by, entered_at)) stored
) strict`;

const EXPORT = `create table export (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  number text not null unique,
  notification_id text not null references notification (id),
  audience text not null,
  left_out text not null,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('export',
    entry_seq, id, number, notification_id, audience, left_out, at, "by")) stored
) strict`;

/** A ground that opens one of the acts for this very booking, now. */
const live = (acts: string): string => `exists (select 1 from determination d
    where d.id = new.determination_id and d.booking_id = new.booking_id
    and cast(strftime('%s', d.expires_at) as integer) > cast(strftime('%s', 'now') as integer)
    and not exists (select 1 from determination_event e where e.determination_id = d.id and e.kind = 'revoked')
    and exists (select 1 from json_each(d.opens) where value in (${acts})))`;
const reserved = (kind: string): string => `exists (select 1 from number_reservation
    where kind = '${kind}' and record_id = new.id and number = new.number)`;

const GUARDS = [
  covered('notification'),
  known('notification', 'booking_id', 'booking.id'),
  known('notification', 'decided_by', 'person.id'),
  known('notification', 'cosigned_by', 'person.id'),
  guard('notification', 'number_reserved', reserved('notification')),
  guard(
    'notification',
    'ground_of_its_booking',
    `new.determination_id is null
    or exists (select 1 from determination where id = new.determination_id and booking_id = new.booking_id)`,
  ),
  guard(
    'notification',
    'ground_stands',
    `new.outcome in ('declined', 'no-action') or new.direction = 'in'
    or (new.outcome = 'notified' and ${live("'notify-ice', 'reply-request'")})`,
  ),
  guard('notification', 'list_of_what_left', `json_type(new.released) = 'array'`),
  times('notification', 'contacted_at', 'entered_at'),
  ...appendOnly('notification', [['entry_seq'], ['id'], ['number']]),
  covered('export'),
  known('export', 'notification_id', 'notification.id'),
  known('export', '"by"', 'person.id'),
  guard('export', 'number_reserved', reserved('export')),
  times('export', 'at'),
  ...appendOnly('export', [['entry_seq'], ['id'], ['number']]),
];

const INDEXES = ['create index notification_of on notification (booking_id)'];

/** The notification log and the signed copies that left; never part of a booking. */
export const createNotifications: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [NOTIFICATION, EXPORT, ...INDEXES, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
