import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, times } from './guards.ts';

const POLICY_PACK = `create table policy_pack (
  entry_seq integer primary key references ledger_entry (seq),
  digest text not null unique,
  id text not null,
  version text not null,
  body text not null,
  effective_from text not null,
  effective_until text,
  adopted_at text not null,
  mark text not null generated always as (app_mark('policy_pack',
    entry_seq, digest, id, version, body, effective_from, effective_until, adopted_at)) stored
) strict`;

const GUARDS = [
  covered('policy_pack'),
  guard('policy_pack', 'readable_body', `json_valid(new.body)`),
  times('policy_pack', 'effective_from', 'adopted_at'),
  ...appendOnly('policy_pack', [['entry_seq'], ['digest']]),
];

/** Policy packs that were in force, word for word, so that a decision can be judged again. */
export const adoptPolicy: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [POLICY_PACK, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
