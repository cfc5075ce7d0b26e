import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const PHRASE = `create table taught_phrase (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  field text not null,
  grain text not null check (grain in ('words', 'whole')),
  phrase text not null,
  reason text not null,
  asked_by text not null references person (id),
  confirmed_by text not null references person (id),
  at text not null,
  mark text not null generated always as (app_mark('taught_phrase',
    entry_seq, id, field, grain, phrase, reason, asked_by, confirmed_by, at)) stored
) strict`;

const EVENT = `create table taught_phrase_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  phrase_id text not null references taught_phrase (id),
  kind text not null check (kind in ('revoked')),
  reason text,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('taught_phrase_event',
    entry_seq, id, phrase_id, kind, reason, at, "by")) stored
) strict`;

const here = (column: string, roles: string): string =>
  `exists (select 1 from person where id = new.${column} and role in (${roles}))
    and not exists (select 1 from person_event where person_id = new.${column} and kind = 'deactivated')`;
const SUPERVISORS = `'supervisor', 'chief'`;

const GUARDS = [
  covered('taught_phrase'),
  known('taught_phrase', 'asked_by', 'person.id'),
  known('taught_phrase', 'confirmed_by', 'person.id'),
  guard('taught_phrase', 'asked_at_the_desk', here('asked_by', `'booking-officer', ${SUPERVISORS}`)),
  guard('taught_phrase', 'confirmed_by_a_supervisor', here('confirmed_by', SUPERVISORS)),
  guard('taught_phrase', 'confirmed_by_another', 'new.confirmed_by <> new.asked_by'),
  guard('taught_phrase', 'reason_given', 'length(trim(new.reason)) >= 3'),
  guard(
    'taught_phrase',
    'not_taught_yet',
    `not exists (select 1 from taught_phrase t where t.field = new.field and t.grain = new.grain
    and t.phrase = new.phrase and t.id not in (select phrase_id from taught_phrase_event where kind = 'revoked'))`,
  ),
  times('taught_phrase', 'at'),
  ...appendOnly('taught_phrase', [['entry_seq'], ['id']]),
  covered('taught_phrase_event'),
  known('taught_phrase_event', 'phrase_id', 'taught_phrase.id'),
  known('taught_phrase_event', '"by"', 'person.id'),
  guard('taught_phrase_event', 'revoked_by_a_supervisor', here('"by"', SUPERVISORS)),
  times('taught_phrase_event', 'at'),
  ...appendOnly('taught_phrase_event', [['entry_seq'], ['id'], ['phrase_id']]),
];

/** Phrases that a supervisor confirmed to tell no status, each in one kind of text, until they are taken back. */
export const teachPhrases: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [PHRASE, EVENT, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
