import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const AUDIT_EVENT = `create table audit_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  at text not null,
  person_id text references person (id),
  kind text not null,
  call text,
  code text,
  category text,
  clause text,
  field text,
  length integer,
  mark text not null generated always as (app_mark('audit_event',
    entry_seq, id, at, person_id, kind, call, code, category, clause, field, length)) stored
) strict`;

const INDEXES = ['create index audit_event_at on audit_event (at)'];

const GUARDS = [
  covered('audit_event'),
  known('audit_event', 'person_id', 'person.id'),
  guard(
    'audit_event',
    'refused_by_a_rule',
    `(new.kind = 'refused') = (new.call is not null and new.code is not null)
    and (new.kind = 'refused' or coalesce(new.category, new.clause, new.field, new.length) is null)`,
  ),
  times('audit_event', 'at'),
  ...appendOnly('audit_event', [['entry_seq'], ['id']]),
];

/** Who came and went, and what was refused, under entries of the ledger: a row that goes missing shows. */
export const auditInTheLog: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [AUDIT_EVENT, ...INDEXES, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
