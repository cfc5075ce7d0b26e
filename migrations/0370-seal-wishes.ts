import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';
import { goesByOrder } from './order-way.ts';

const ANSWER = `create table sealed_answer (
  entry_seq integer primary key references ledger_entry (seq),
  matter_id text not null references matter (id),
  nonce text not null,
  sealed blob not null,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('sealed_answer',
    entry_seq, matter_id, nonce, sealed, at, "by")) stored
) strict`;

const LIST = `create table treaty_list (
  entry_seq integer primary key references ledger_entry (seq),
  version integer not null unique,
  as_of text not null,
  source text not null,
  countries text not null,
  unless_resident text not null,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('treaty_list',
    entry_seq, version, as_of, source, countries, unless_resident, at, "by")) stored
) strict`;

/** Bytes of an answer, whatever it says, and the tag of its sealing. */
const SEALED_LENGTH = 256 + 16;

const GUARDS = [
  covered('sealed_answer'),
  known('sealed_answer', 'matter_id', 'matter.id'),
  known('sealed_answer', '"by"', 'person.id'),
  guard('sealed_answer', 'of_one_length', `length(new.sealed) = ${String(SEALED_LENGTH)}`),
  times('sealed_answer', 'at'),
  ...appendOnly('sealed_answer', [['entry_seq']]),
  'drop trigger sealed_answer_no_delete',
  goesByOrder('sealed_answer'),
  guard(
    'matter_event',
    'wish_is_sealed',
    `new.kind <> 'wish' or (json_extract(new.detail, '$.wish') is null and exists (select 1 from sealed_answer a
    where a.entry_seq = new.entry_seq and a.matter_id = new.matter_id))`,
  ),
  covered('treaty_list'),
  known('treaty_list', '"by"', 'person.id'),
  guard('treaty_list', 'next_version', `new.version = 1 + coalesce((select max(version) from treaty_list), 0)`),
  guard('treaty_list', 'some_countries', `json_array_length(new.countries) > 0`),
  guard(
    'treaty_list',
    'by_the_chief',
    `exists (select 1 from person where id = new."by" and role = 'chief')
    and not exists (select 1 from person_event where person_id = new."by" and kind = 'deactivated')`,
  ),
  times('treaty_list', 'at'),
  ...appendOnly('treaty_list', [['entry_seq'], ['version']]),
];

/** What somebody arrested wishes rests sealed from now on; the list of consulates that are told in any case has versions. */
export const sealWishes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [ANSWER, LIST, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
