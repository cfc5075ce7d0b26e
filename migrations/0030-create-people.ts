import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const PERSON = `create table person (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  name text not null unique collate nocase,
  display_name text not null,
  badge text not null,
  role text not null check (role in
    ('booking-officer', 'supervisor', 'records-clerk', 'chief', 'auditor', 'administrator')),
  verifier text not null,
  created_at text not null,
  created_by text not null,
  mark text not null generated always as (app_mark('person',
    entry_seq, id, name, display_name, badge, role, verifier, created_at, created_by)) stored
) strict`;

const PERSON_EVENT = `create table person_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  person_id text not null references person (id),
  kind text not null check (kind in ('deactivated', 'passphrase-changed')),
  verifier text,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('person_event',
    entry_seq, id, person_id, kind, verifier, at, "by")) stored
) strict`;

const GUARDS = [
  covered('person'),
  times('person', 'created_at'),
  ...appendOnly('person', [['entry_seq'], ['id'], ['name']]),
  covered('person_event'),
  known('person_event', 'person_id', 'person.id'),
  known('person_event', '"by"', 'person.id'),
  guard('person_event', 'verifier_when_changed', "(new.kind = 'passphrase-changed') = (new.verifier is not null)"),
  times('person_event', 'at'),
  ...appendOnly('person_event', [['entry_seq'], ['id']]),
];

const INDEXES = ['create index person_event_of on person_event (person_id, kind)'];

/** Who may sign in, and what changed about it since. */
export const createPeople: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [PERSON, PERSON_EVENT, ...INDEXES, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
