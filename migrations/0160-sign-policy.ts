import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const POLICY_ADOPTION = `create table policy_adoption (
  entry_seq integer primary key references ledger_entry (seq),
  pack_digest text not null unique references policy_pack (digest),
  signature text not null,
  adopted_at text not null,
  adopted_by text not null references person (id),
  mark text not null generated always as (app_mark('policy_adoption',
    entry_seq, pack_digest, signature, adopted_at, adopted_by)) stored
) strict`;

const POLICY_ACKNOWLEDGEMENT = `create table policy_acknowledgement (
  entry_seq integer primary key references ledger_entry (seq),
  pack_digest text not null references policy_adoption (pack_digest),
  person_id text not null references person (id),
  at text not null,
  mark text not null generated always as (app_mark('policy_acknowledgement',
    entry_seq, pack_digest, person_id, at)) stored
) strict`;

const active = (person: string): string =>
  `not exists (select 1 from person_event where person_id = ${person} and kind = 'deactivated')`;

const GUARDS = [
  covered('policy_adoption'),
  known('policy_adoption', 'pack_digest', 'policy_pack.digest'),
  guard(
    'policy_adoption',
    'by_the_chief',
    `exists (select 1 from person where id = new.adopted_by and role = 'chief') and ${active('new.adopted_by')}`,
  ),
  guard('policy_adoption', 'detached_signature', `new.signature glob '?*..?*'`),
  times('policy_adoption', 'adopted_at'),
  ...appendOnly('policy_adoption', [['entry_seq'], ['pack_digest']]),
  covered('policy_acknowledgement'),
  known('policy_acknowledgement', 'pack_digest', 'policy_adoption.pack_digest'),
  known('policy_acknowledgement', 'person_id', 'person.id'),
  guard('policy_acknowledgement', 'by_somebody_active', active('new.person_id')),
  times('policy_acknowledgement', 'at'),
  ...appendOnly('policy_acknowledgement', [['entry_seq'], ['pack_digest', 'person_id']]),
];

/** Who adopted a policy pack, under the station's signature, and who has read it. */
export const signPolicy: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [POLICY_ADOPTION, POLICY_ACKNOWLEDGEMENT, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
