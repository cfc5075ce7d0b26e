import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const DECISION = `create table decision (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  booking_id text not null references booking (id),
  act text,
  ground text not null,
  facts text not null,
  pack_digest text not null references policy_pack (digest),
  outcome text not null check (outcome in ('allow', 'refuse')),
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('decision',
    entry_seq, id, booking_id, act, ground, facts, pack_digest, outcome, at, "by")) stored
) strict`;

const DETERMINATION = `create table determination (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  booking_id text not null references booking (id),
  ground text not null,
  cite text not null,
  opens text not null,
  facts text not null,
  pack_digest text not null references policy_pack (digest),
  decided_by text not null references person (id),
  cosigned_by text references person (id),
  decided_at text not null,
  expires_at text not null,
  mark text not null generated always as (app_mark('determination',
    entry_seq, id, booking_id, ground, cite, opens, facts, pack_digest, decided_by, cosigned_by, decided_at,
    expires_at)) stored,
  unique (id, booking_id)
) strict`;

const DETERMINATION_EVENT = `create table determination_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  determination_id text not null references determination (id),
  kind text not null check (kind = 'revoked'),
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('determination_event',
    entry_seq, id, determination_id, kind, at, "by")) stored
) strict`;

const NOW = `cast(strftime('%s', 'now') as integer)`;
const seconds = (time: string): string => `cast(strftime('%s', ${time}) as integer)`;
const mayAct = (person: string, roles: string): string =>
  `exists (select 1 from person where id = ${person} and role in (${roles}))
    and not exists (select 1 from person_event where person_id = ${person} and kind = 'deactivated')`;

const GUARDS = [
  covered('decision'),
  known('decision', 'booking_id', 'booking.id'),
  known('decision', 'pack_digest', 'policy_pack.digest'),
  known('decision', '"by"', 'person.id'),
  guard('decision', 'readable_facts', `json_valid(new.facts)`),
  times('decision', 'at'),
  ...appendOnly('decision', [['entry_seq'], ['id']]),
  covered('determination'),
  known('determination', 'pack_digest', 'policy_pack.digest'),
  guard('determination', 'booking_saved', `exists (select 1 from booking_version where booking_id = new.booking_id)`),
  guard('determination', 'arrestee_or_suspect', `json_extract(new.facts, '$.subject.role') in ('arrestee', 'suspect')`),
  guard('determination', 'opens_something', `json_array_length(new.opens) > 0`),
  guard(
    'determination',
    'decided_to_allow',
    `exists (select 1 from decision d where d.entry_seq = new.entry_seq and d.outcome = 'allow'
    and d.booking_id = new.booking_id and d.ground = new.ground and d.facts = new.facts
    and d.pack_digest = new.pack_digest)`,
  ),
  guard('determination', 'clock', `abs(${seconds('new.decided_at')} - ${NOW}) <= 300`),
  guard(
    'determination',
    'expiry_within_a_day',
    `${seconds('new.expires_at')} - ${seconds('new.decided_at')} between 1 and 86400`,
  ),
  guard('determination', 'decider', mayAct('new.decided_by', "'booking-officer', 'supervisor', 'chief'")),
  guard(
    'determination',
    'cosigner_is_another',
    `new.cosigned_by is null
    or (new.cosigned_by <> new.decided_by and ${mayAct('new.cosigned_by', "'supervisor', 'chief'")})`,
  ),
  ...appendOnly('determination', [['entry_seq'], ['id']]),
  covered('determination_event'),
  known('determination_event', 'determination_id', 'determination.id'),
  known('determination_event', '"by"', 'person.id'),
  times('determination_event', 'at'),
  ...appendOnly('determination_event', [['entry_seq'], ['id']]),
];

const INDEXES = [
  'create index determination_of on determination (booking_id)',
  'create index determination_event_of on determination_event (determination_id, kind)',
];

/** Answers of the policy, and grounds that were found to stand. */
export const decideGrounds: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [DECISION, DETERMINATION, DETERMINATION_EVENT, ...INDEXES, ...GUARDS])
      await sql.raw(statement).execute(db);
  },
};
