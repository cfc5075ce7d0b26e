import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const REVIEW = `create table account_review (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  upto integer not null references ledger_entry (seq),
  accounts integer not null check (accounts > 0),
  active integer not null check (active between 1 and accounts),
  remark text,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('account_review',
    entry_seq, id, upto, accounts, active, remark, at, "by")) stored
) strict`;

const GUARDS = [
  covered('account_review'),
  known('account_review', 'upto', 'ledger_entry.seq'),
  guard('account_review', 'looks_back', 'new.upto < new.entry_seq'),
  guard(
    'account_review',
    'by_the_chief',
    `exists (select 1 from person where id = new."by" and role = 'chief')
    and not exists (select 1 from person_event where person_id = new."by" and kind = 'deactivated')`,
  ),
  times('account_review', 'at'),
  ...appendOnly('account_review', [['entry_seq'], ['id']]),
];

/** That a chief looked through every account and put their name to it, once a year. */
export const reviewAccounts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [REVIEW, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
