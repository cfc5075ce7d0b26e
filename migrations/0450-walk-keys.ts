import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const KEY_WALK = `create table key_walk (
  entry_seq integer primary key references ledger_entry (seq),
  why text not null check (why in ('term', 'lost', 'compromised')),
  drill integer not null check (drill in (0, 1)),
  begun integer references ledger_entry (seq),
  passed integer not null check (passed in (0, 1)),
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('key_walk',
    entry_seq, why, drill, begun, passed, at, "by")) stored
) strict`;

const GUARDS = [
  covered('key_walk'),
  known('key_walk', 'begun', 'ledger_entry.seq'),
  guard('key_walk', 'begun_before', 'new.begun is null or new.begun < new.entry_seq'),
  guard('key_walk', 'passed_once_begun', 'new.passed = 0 or new.begun is not null'),
  guard('key_walk', 'real_once_changed', 'new.drill = 1 or new.begun is not null'),
  guard(
    'key_walk',
    'by_a_chief',
    `exists (select 1 from person where id = new."by" and role = 'chief')
    and not exists (select 1 from person_event where person_id = new."by" and kind = 'deactivated')`,
  ),
  times('key_walk', 'at'),
  ...appendOnly('key_walk', [['entry_seq']]),
];

/** How a change of the signing key was gone through, practised or in earnest. */
export const walkKeys: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [KEY_WALK, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
