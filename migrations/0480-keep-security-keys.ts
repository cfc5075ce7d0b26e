import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const SECURITY_KEY = `create table security_key (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  person_id text not null references person (id),
  name text not null,
  credential text not null unique,
  public_key text not null,
  sign_count integer not null,
  at text not null,
  mark text not null generated always as (app_mark('security_key',
    entry_seq, id, person_id, name, credential, public_key, sign_count, at)) stored
) strict`;

const SECURITY_KEY_EVENT = `create table security_key_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  key_id text not null references security_key (id),
  kind text not null check (kind in ('used', 'removed')),
  sign_count integer,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('security_key_event',
    entry_seq, id, key_id, kind, sign_count, at, "by")) stored
) strict`;

const left = (person: string): string =>
  `exists (select 1 from person_event where person_id = ${person} and kind = 'deactivated')`;
/** A counter of 32 bits (Web Authentication, 6.1). */
const counter = (column: string): string => `${column} between 0 and 4294967295`;
const OWNER = '(select k.person_id from security_key k where k.id = new.key_id)';
const COUNTED = `max((select k.sign_count from security_key k where k.id = new.key_id),
    coalesce((select max(e.sign_count) from security_key_event e where e.key_id = new.key_id), 0))`;
/** Whoever takes away somebody's second factor takes the keys that stand beside it. */
const TAKEN = `exists (select 1 from second_factor_event e join second_factor f on f.id = e.factor_id
    join security_key k on k.person_id = f.person_id
    where k.id = new.key_id and e.kind = 'removed' and e.entry_seq > k.entry_seq)`;

const GUARDS = [
  covered('security_key'),
  known('security_key', 'person_id', 'person.id'),
  guard('security_key', 'of_somebody_active', `not ${left('new.person_id')}`),
  guard('security_key', 'counted', counter('new.sign_count')),
  // Recovery codes stand there before a key does.
  guard(
    'security_key',
    'beside_recovery_codes',
    `exists (select 1 from second_factor f where f.person_id = new.person_id
    and f.entry_seq = (select max(entry_seq) from second_factor where person_id = new.person_id)
    and not exists (select 1 from second_factor_event e where e.factor_id = f.id and e.kind = 'removed'))`,
  ),
  times('security_key', 'at'),
  ...appendOnly('security_key', [['entry_seq'], ['id'], ['credential']]),
  covered('security_key_event'),
  known('security_key_event', 'key_id', 'security_key.id'),
  guard('security_key_event', 'by_its_owner', `new."by" = ${OWNER}`),
  guard('security_key_event', 'by_somebody_active', `not ${left('new."by"')}`),
  guard('security_key_event', 'count_of_a_use', "(new.kind = 'removed') = (new.sign_count is null)"),
  // A key that does not count says zero each time.
  guard(
    'security_key_event',
    'counts_on',
    `new.kind = 'removed' or (${counter('new.sign_count')}
    and (new.sign_count > ${COUNTED} or (new.sign_count = 0 and ${COUNTED} = 0)))`,
  ),
  guard(
    'security_key_event',
    'of_a_key_that_stays',
    `not ${TAKEN} and not exists (select 1 from security_key_event e where e.key_id = new.key_id and e.kind = 'removed')`,
  ),
  times('security_key_event', 'at'),
  ...appendOnly('security_key_event', [['entry_seq'], ['id']]),
];

const INDEXES = [
  'create index security_key_of on security_key (person_id)',
  'create index security_key_event_of on security_key_event (key_id, kind)',
];

/** Security keys of people, how often each signed, and which were taken away. */
export const keepSecurityKeys: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [SECURITY_KEY, SECURITY_KEY_EVENT, ...INDEXES, ...GUARDS]) {
      await sql.raw(statement).execute(db);
    }
  },
};
