import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const TOWN_CHAIN = `create table town_chain (
  entry_seq integer primary key references ledger_entry (seq),
  kid text not null,
  sha256 text,
  pem text,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('town_chain',
    entry_seq, kid, sha256, pem, at, "by")) stored
) strict`;

const GUARDS = [
  covered('town_chain'),
  guard('town_chain', 'whole', '(new.pem is null) = (new.sha256 is null)'),
  known('town_chain', '"by"', 'person.id'),
  guard(
    'town_chain',
    'by_who_keeps_keys',
    `exists (select 1 from person where id = new."by" and role in ('chief', 'administrator'))
    and not exists (select 1 from person_event where person_id = new."by" and kind = 'deactivated')`,
  ),
  times('town_chain', 'at'),
  ...appendOnly('town_chain', [['entry_seq']]),
];

/** Chains by which a town's authority certified a signing key, and when the station's own root took over again. */
export const certifyByTown: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [TOWN_CHAIN, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
