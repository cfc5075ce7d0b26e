import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const DUTY = `create table duty (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  duty text not null,
  ground text not null,
  cite text not null,
  matter_id text references matter (id),
  booking_id text references booking (id),
  since text not null,
  by_time text not null,
  opened_at text not null,
  opened_by text not null references person (id),
  mark text not null generated always as (app_mark('duty',
    entry_seq, id, duty, ground, cite, matter_id, booking_id, since, by_time, opened_at, opened_by)) stored
) strict`;

const DUTY_EVENT = `create table duty_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  duty_id text not null references duty (id),
  kind text not null check (kind in ('attempt', 'done', 'escalated', 'clock')),
  at text not null,
  detail text not null,
  entered_at text not null,
  entered_by text not null references person (id),
  mark text not null generated always as (app_mark('duty_event',
    entry_seq, id, duty_id, kind, at, detail, entered_at, entered_by)) stored
) strict`;

const ITS_DUTY = '(select d.duty from duty d where d.id = new.duty_id)';
const told = (box: string): string => `length(trim(coalesce(json_extract(new.detail, '$.${box}'), ''))) > 0`;

const GUARDS = [
  covered('duty'),
  known('duty', 'matter_id', 'matter.id'),
  known('duty', 'booking_id', 'booking.id'),
  known('duty', 'opened_by', 'person.id'),
  guard(
    'duty',
    'once',
    `not exists (select 1 from duty d where d.duty = new.duty and d.since = new.since and d.by_time = new.by_time
    and d.matter_id is new.matter_id and d.booking_id is new.booking_id)`,
  ),
  times('duty', 'since', 'by_time', 'opened_at'),
  ...appendOnly('duty', [['entry_seq'], ['id']]),
  covered('duty_event'),
  known('duty_event', 'duty_id', 'duty.id'),
  known('duty_event', 'entered_by', 'person.id'),
  guard(
    'duty_event',
    'still_open',
    `not exists (select 1 from duty_event e where e.duty_id = new.duty_id and e.kind = 'done')`,
  ),
  guard(
    'duty_event',
    'told_how_it_was_reached',
    `new.kind <> 'done' or ${ITS_DUTY} <> 'jttf' or (${told('number')} and ${told('reached')} and ${told('method')})`,
  ),
  guard(
    'duty_event',
    'reviewed_by_the_chief',
    `new.kind <> 'done' or ${ITS_DUTY} <> 'chief-review'
    or exists (select 1 from person where id = new.entered_by and role = 'chief')`,
  ),
  guard(
    'duty_event',
    'ended_by_what_happened',
    `new.kind <> 'done' or ${ITS_DUTY} <> 'held-past-release'
    or exists (select 1 from matter_event e where e.id = json_extract(new.detail, '$.event'))
    or exists (select 1 from booking_event e where e.id = json_extract(new.detail, '$.event'))`,
  ),
  times('duty_event', 'at', 'entered_at'),
  ...appendOnly('duty_event', [['entry_seq'], ['id']]),
];

const INDEXES = [
  'create index duty_of on duty (booking_id)',
  'create index duty_of_matter on duty (matter_id)',
  'create index duty_event_of on duty_event (duty_id, kind)',
];

/** What a decision of the policy says must be done, by when, and how it was seen to. */
export const openDuties: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [DUTY, DUTY_EVENT, ...INDEXES, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
