import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const REVIEW = `create table review (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  upto integer not null references ledger_entry (seq),
  remark text,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('review',
    entry_seq, id, upto, remark, at, "by")) stored
) strict`;

const GUARDS = [
  covered('review'),
  known('review', 'upto', 'ledger_entry.seq'),
  guard('review', 'looks_back', 'new.upto < new.entry_seq'),
  guard(
    'review',
    'by_who_answers',
    `exists (select 1 from person where id = new."by" and role in ('supervisor', 'chief'))
    and not exists (select 1 from person_event where person_id = new."by" and kind = 'deactivated')`,
  ),
  times('review', 'at'),
  ...appendOnly('review', [['entry_seq'], ['id']]),
];

/** That somebody looked through the trail of a week and put their name to it. */
export const reviewTheTrail: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [REVIEW, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
