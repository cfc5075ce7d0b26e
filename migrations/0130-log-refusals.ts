import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, known, times } from './guards.ts';

const REFUSAL_LOG = `create table refusal_log (
  id text not null primary key,
  at text not null,
  person_id text,
  call text not null,
  code text not null,
  category text,
  clause text,
  field text,
  length integer,
  mark text not null generated always as (app_mark('refusal_log',
    id, at, person_id, call, code, category, clause, field, length)) stored
) strict, without rowid`;

const SESSION_EVENT = `create table session_event (
  id text not null primary key,
  at text not null,
  person_id text,
  kind text not null,
  mark text not null generated always as (app_mark('session_event',
    id, at, person_id, kind)) stored
) strict, without rowid`;

const GUARDS = [
  known('refusal_log', 'person_id', 'person.id'),
  times('refusal_log', 'at'),
  ...appendOnly('refusal_log', [['id']]),
  known('session_event', 'person_id', 'person.id'),
  times('session_event', 'at'),
  ...appendOnly('session_event', [['id']]),
];

const INDEXES = [
  'create index refusal_log_at on refusal_log (at)',
  'create index session_event_at on session_event (at)',
];

/** That something was refused, and who came and went; never what was typed. */
export const logRefusals: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [REFUSAL_LOG, SESSION_EVENT, ...INDEXES, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
