import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const CONTACT = `create table contact (
  entry_seq integer primary key references ledger_entry (seq),
  contact_id text not null,
  version integer not null check (version >= 1),
  kind text not null check (kind in ('jttf', 'state-police', 'court', 'counsel', 'consulate', 'other')),
  name text not null,
  agency text,
  number text not null,
  second text,
  notes text,
  checked_at text,
  checked_by text references person (id),
  retired integer not null check (retired in (0, 1)),
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('contact',
    entry_seq, contact_id, version, kind, name, agency, number, second, notes, checked_at, checked_by, retired, at,
    "by")) stored
) strict`;

const OF_THE_SAME = 'from contact c where c.contact_id = new.contact_id';

const GUARDS = [
  covered('contact'),
  known('contact', 'checked_by', 'person.id'),
  known('contact', '"by"', 'person.id'),
  guard('contact', 'next_version', `new.version = 1 + coalesce((select max(c.version) ${OF_THE_SAME}), 0)`),
  guard('contact', 'still_listed', `not exists (select 1 ${OF_THE_SAME} and c.retired = 1)`),
  guard('contact', 'can_be_called', `length(trim(new.name)) > 0 and length(trim(new.number)) > 0`),
  guard('contact', 'checked_by_somebody', `(new.checked_at is null) = (new.checked_by is null)`),
  guard('contact', 'checked_then', `new.checked_at is null or strftime('%s', new.checked_at) is not null`),
  guard(
    'contact',
    'kept_by_a_supervisor',
    `exists (select 1 from person where id = new."by" and role in ('supervisor', 'chief'))
    and not exists (select 1 from person_event where person_id = new."by" and kind = 'deactivated')`,
  ),
  times('contact', 'at'),
  ...appendOnly('contact', [['entry_seq'], ['contact_id', 'version']]),
];

/** Whom the desk may have to call, with the day on which each number was last tried. */
export const keepContacts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [CONTACT, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
