import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const BLANK_FORM = `create table blank_form (
  entry_seq integer primary key references ledger_entry (seq),
  year integer not null,
  seq integer not null,
  number text not null,
  clause text not null,
  kind text not null check (kind in ('printed', 'keyed-in', 'not-used', 'lost')),
  record_number text,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('blank_form',
    entry_seq, year, seq, number, clause, kind, record_number, at, "by")) stored
) strict`;

const BY_NUMBER = 'create index blank_form_by_number on blank_form (number)';

const OF_THE_SAME = 'from blank_form f where f.number = new.number and f.clause = new.clause';

const GUARDS = [
  covered('blank_form'),
  known('blank_form', '"by"', 'person.id'),
  guard('blank_form', 'own_shape', `new.number = printf('F-%04d-%05d', new.year, new.seq)`),
  guard(
    'blank_form',
    'no_gap',
    `new.kind <> 'printed'
    or new.seq = coalesce((select max(f.seq) from blank_form f where f.year = new.year and f.kind = 'printed'), 0) + 1`,
  ),
  guard(
    'blank_form',
    'printed_and_open',
    `new.kind = 'printed' or (exists (select 1 ${OF_THE_SAME} and f.kind = 'printed')
    and not exists (select 1 ${OF_THE_SAME} and f.kind <> 'printed'))`,
  ),
  guard(
    'blank_form',
    'keyed_into_a_record',
    `(new.kind = 'keyed-in') = (new.record_number is not null) and (new.record_number is null
    or exists (select 1 from number_reservation n where n.number = new.record_number and n.kind <> 'export'))`,
  ),
  guard(
    'blank_form',
    'somebody_at_work',
    `exists (select 1 from person where id = new."by"
      and role in ('booking-officer', 'supervisor', 'chief', 'records-clerk'))
    and not exists (select 1 from person_event where person_id = new."by" and kind = 'deactivated')`,
  ),
  times('blank_form', 'at'),
  ...appendOnly('blank_form', [['entry_seq']]),
];

/** Forms on paper for when everything is out, numbered without gaps, and what became of each. */
export const numberBlankForms: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [BLANK_FORM, BY_NUMBER, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
