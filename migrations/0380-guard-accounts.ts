import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const ACCOUNT_EVENT = `create table account_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  person_id text not null references person (id),
  kind text not null check (kind in ('released', 'enabled')),
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('account_event',
    entry_seq, id, person_id, kind, at, "by")) stored
) strict`;

const SECOND_FACTOR = `create table second_factor (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  person_id text not null references person (id),
  nonce text not null,
  sealed blob not null,
  at text not null,
  mark text not null generated always as (app_mark('second_factor',
    entry_seq, id, person_id, nonce, sealed, at)) stored
) strict`;

const SECOND_FACTOR_EVENT = `create table second_factor_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  factor_id text not null references second_factor (id),
  kind text not null check (kind in ('code-used', 'recovery-code-used', 'removed')),
  step integer,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('second_factor_event',
    entry_seq, id, factor_id, kind, step, at, "by")) stored
) strict`;

const STATION_SETTING = `create table station_setting (
  entry_seq integer primary key references ledger_entry (seq),
  name text not null check (name in ('second-factor', 'lock-after', 'hide-from-capture')),
  value text not null,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('station_setting',
    entry_seq, name, value, at, "by")) stored
) strict`;

/** Secret and recovery codes of a factor, padded, and the tag of their sealing. */
const SEALED_LENGTH = 640 + 16;

const may = (column: string, roles: string): string => `exists (select 1 from person where id = ${column}
  and role in (${roles})) and not exists (select 1 from person_event where person_id = ${column} and kind = 'deactivated')`;

const GUARDS = [
  covered('account_event'),
  known('account_event', 'person_id', 'person.id'),
  guard('account_event', 'by_another', 'new."by" <> new.person_id'),
  guard('account_event', 'by_a_keeper', may('new."by"', "'chief', 'administrator'")),
  times('account_event', 'at'),
  ...appendOnly('account_event', [['entry_seq'], ['id']]),
  covered('second_factor'),
  known('second_factor', 'person_id', 'person.id'),
  guard('second_factor', 'of_one_length', `length(new.sealed) = ${String(SEALED_LENGTH)}`),
  times('second_factor', 'at'),
  ...appendOnly('second_factor', [['entry_seq'], ['id']]),
  covered('second_factor_event'),
  known('second_factor_event', 'factor_id', 'second_factor.id'),
  guard('second_factor_event', 'step_of_a_code', "(new.kind = 'removed') = (new.step is null)"),
  guard(
    'second_factor_event',
    'by_its_owner',
    `new.kind = 'removed' or new."by" = (select person_id from second_factor where id = new.factor_id)`,
  ),
  guard(
    'second_factor_event',
    'once_each',
    `not exists (select 1 from second_factor_event e where e.factor_id = new.factor_id
    and (e.kind = 'removed' or (e.kind = new.kind and e.step = new.step)))`,
  ),
  times('second_factor_event', 'at'),
  ...appendOnly('second_factor_event', [['entry_seq'], ['id']]),
  covered('station_setting'),
  guard('station_setting', 'by_the_chief', may('new."by"', "'chief'")),
  times('station_setting', 'at'),
  ...appendOnly('station_setting', [['entry_seq']]),
];

const INDEXES = [
  'create index account_event_of on account_event (person_id, kind)',
  'create index second_factor_of on second_factor (person_id)',
  'create index second_factor_event_of on second_factor_event (factor_id, kind, step)',
  'create index station_setting_of on station_setting (name)',
  'create index audit_event_of on audit_event (person_id, kind)',
];

/** Second factors, accounts that are let in again, and what the chief sets for the station. */
export const guardAccounts: Migration = {
  async up(db: Kysely<unknown>) {
    const tables = [ACCOUNT_EVENT, SECOND_FACTOR, SECOND_FACTOR_EVENT, STATION_SETTING];
    for (const statement of [...tables, ...INDEXES, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
