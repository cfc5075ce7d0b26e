import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const MATTER = `create table matter (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  number text not null unique,
  kind text not null,
  booking_id text references booking (id),
  subject_role text,
  subject_last text,
  subject_first text,
  subject_dob text,
  opened_at text not null,
  opened_by text not null references person (id),
  mark text not null generated always as (app_mark('matter',
    entry_seq, id, number, kind, booking_id, subject_role, subject_last, subject_first, subject_dob, opened_at,
    opened_by)) stored
) strict`;

const MATTER_DECISION = `create table matter_decision (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  matter_id text references matter (id),
  event text not null,
  act text not null,
  ground text,
  cite text,
  facts text not null,
  pack_digest text not null references policy_pack (digest),
  outcome text not null check (outcome in ('allow', 'refuse')),
  missing text not null,
  contradicted text not null,
  at text not null,
  "by" text not null references person (id),
  cosigned_by text references person (id),
  mark text not null generated always as (app_mark('matter_decision',
    entry_seq, id, matter_id, event, act, ground, cite, facts, pack_digest, outcome, missing, contradicted, at, "by",
    cosigned_by)) stored
) strict`;

const MATTER_EVENT = `create table matter_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  matter_id text not null references matter (id),
  kind text not null,
  at text not null,
  detail text not null,
  entered_at text not null,
  entered_by text not null references person (id),
  mark text not null generated always as (app_mark('matter_event',
    entry_seq, id, matter_id, kind, at, detail, entered_at, entered_by)) stored
) strict`;

/** Kind of the matter and of the event. An event that stands in no list is refused: a new one needs a step of its own. */
const OPENS_FREELY = ['request/received', 'document/offered', 'presence/begun', 'dissemination/sent', 'consular/told'];
const NEEDS_WORD = {
  'request/replied': 'reply-request',
  'inquiry/asked': 'ask-status',
  'inquiry/queried': 'query-immigration-database',
  'document/requested': 'request-travel-document',
  'assistance/begun': 'assist-operation',
  'assistance/facts': 'assist-operation',
  'detention/begun': 'detain',
  'detention/basis': 'detain',
  'participation/begun': 'participate-investigation',
};
const OPENS_BY_WORD = ['inquiry/asked', 'inquiry/queried', 'document/requested']
  .concat('assistance/begun', 'detention/begun')
  .concat('participation/begun');
const CLOSES = ['request/closed', 'inquiry/asked', 'inquiry/queried', 'document/requested', 'document/offered']
  .concat('assistance/closed', 'presence/ended', 'detention/ended')
  .concat('participation/ended', 'dissemination/sent', 'consular/closed');
const RUNS = ['request/card', 'request/triaged', 'request/decided', 'request/copy', 'assistance/arrived']
  .concat('assistance/wms-check', 'assistance/confirmed', 'assistance/cleared', 'detention/release-eligible')
  .concat('detention/wms-check', 'consular/wish', 'consular/sent');

const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const PAIR = `(select m.kind from matter m where m.id = new.matter_id) || '/' || new.kind`;
const EARLIER = `from matter_event e join matter m on m.id = e.matter_id where e.matter_id = new.matter_id`;
const ACT = `case ${PAIR} ${Object.entries(NEEDS_WORD)
  .map(([pair, act]) => `when '${pair}' then '${act}'`)
  .join(' ')} end`;
const mayAct = (person: string, roles: string): string =>
  `exists (select 1 from person where id = ${person} and role in (${roles}))
    and not exists (select 1 from person_event where person_id = ${person} and kind = 'deactivated')`;
const ROLE = '(select m.subject_role from matter m where m.id = new.matter_id)';

const MATTER_GUARDS = [
  covered('matter'),
  known('matter', 'booking_id', 'booking.id'),
  known('matter', 'opened_by', 'person.id'),
  guard(
    'matter',
    'number_reserved',
    `exists (select 1 from number_reservation where kind = 'matter' and record_id = new.id and number = new.number)`,
  ),
  times('matter', 'opened_at'),
  ...appendOnly('matter', [['entry_seq'], ['id'], ['number']]),
];

const DECISION_GUARDS = [
  covered('matter_decision'),
  known('matter_decision', 'matter_id', 'matter.id'),
  known('matter_decision', 'pack_digest', 'policy_pack.digest'),
  known('matter_decision', '"by"', 'person.id'),
  known('matter_decision', 'cosigned_by', 'person.id'),
  guard('matter_decision', 'asked_as_kept', `json_extract(new.facts, '$.act') = new.act`),
  guard('matter_decision', 'of_a_matter', `new.outcome = 'refuse' or new.matter_id is not null`),
  guard(
    'matter_decision',
    'role_of_its_matter',
    `new.matter_id is null or json_extract(new.facts, '$.subject.role') is ${ROLE}`,
  ),
  guard(
    'matter_decision',
    'whom_it_may_be_about',
    `new.outcome = 'refuse' or (new.ground = 'LC' and new.act = 'reply-request')
    or ${ROLE} in ('arrestee', 'suspect') or (${ROLE} is null and new.ground = '3b-i')`,
  ),
  guard(
    'matter_decision',
    'decider',
    `new.outcome = 'refuse' or (${mayAct('new."by"', "'booking-officer', 'supervisor', 'chief'")})`,
  ),
  guard(
    'matter_decision',
    'cosigner_is_another',
    `new.cosigned_by is null
    or (new.cosigned_by <> new."by" and ${mayAct('new.cosigned_by', "'supervisor', 'chief'")})`,
  ),
  times('matter_decision', 'at'),
  ...appendOnly('matter_decision', [['entry_seq'], ['id']]),
];

const EVENT_GUARDS = [
  covered('matter_event'),
  known('matter_event', 'matter_id', 'matter.id'),
  known('matter_event', 'entered_by', 'person.id'),
  guard(
    'matter_event',
    'of_its_kind',
    `${PAIR} in (${list([...new Set([...OPENS_FREELY, ...Object.keys(NEEDS_WORD), ...CLOSES, ...RUNS])])})`,
  ),
  guard(
    'matter_event',
    'begins_once',
    `(${PAIR} in (${list([...OPENS_FREELY, ...OPENS_BY_WORD])})) = not exists (select 1 ${EARLIER})`,
  ),
  guard(
    'matter_event',
    'open_matter',
    `not exists (select 1 ${EARLIER} and m.kind || '/' || e.kind in (${list(CLOSES)}))`,
  ),
  guard(
    'matter_event',
    'policy_asked_first',
    `${ACT} is null or exists (select 1 from matter_decision d where d.entry_seq = new.entry_seq
    and d.matter_id = new.matter_id and d.event = new.kind and d.act = ${ACT} and d.outcome = 'allow')`,
  ),
  guard(
    'matter_event',
    'cleared_before_closed',
    `${PAIR} <> 'assistance/closed' or exists (select 1 ${EARLIER} and e.kind = 'cleared')`,
  ),
  times('matter_event', 'at', 'entered_at'),
  ...appendOnly('matter_event', [['entry_seq'], ['id']]),
];

const INDEXES = [
  'create index matter_of on matter (booking_id)',
  'create index matter_event_of on matter_event (matter_id, kind)',
  'create index matter_decision_of on matter_decision (matter_id)',
];

/** Matters beside a booking, their course, the policy's answer before each event that needs one. */
export const recordMatters: Migration = {
  async up(db: Kysely<unknown>) {
    const tables = [MATTER, MATTER_DECISION, MATTER_EVENT, ...INDEXES];
    const guards = [...MATTER_GUARDS, ...DECISION_GUARDS, ...EVENT_GUARDS];
    for (const statement of [...tables, ...guards]) await sql.raw(statement).execute(db);
  },
};
