import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';
import { goesByOrder } from './order-way.ts';

const COUNTS = ['in_custody', 'clocks', 'unfinished', 'due', 'drafts', 'waiting', 'kept_apart'];

const HANDOVER = `create table handover (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  ${COUNTS.map((name) => `${name} integer not null check (${name} >= 0)`).join(',\n  ')},
  note text,
  taken_by text not null references person (id),
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('handover',
    entry_seq, id, ${COUNTS.join(', ')}, note, taken_by, at, "by")) stored
) strict`;

/** What a disclosure of this name under the newest entry tells, as JSON; NULL where there is none. */
const toldNow = (name: string): string => `(select app_told(d.text) from disclosure d
    where d.seq = (select max(seq) from ledger_entry) and d.name = '${name}')`;

/** Tables of somebody's records whose rows stand under an entry of their own. */
const UNDER_AN_ENTRY = ['booking', 'booking_version', 'booking_event', 'number_abandoned', 'decision', 'determination']
  .concat('determination_event', 'status_record', 'notification', 'export', 'matter', 'matter_decision')
  .concat('matter_event', 'duty', 'duty_event', 'scan', 'recall', 'sealing', 'sealing_event', 'handover');

/** Entries of somebody that have no row: a paper, an answer or a status was read, and why. */
const READINGS = `'matter.scan-read', 'status.read'`;

const isOfSomebody = UNDER_AN_ENTRY.map((table) => `exists (select 1 from ${table} r where r.entry_seq = g.value)`)
  .concat(
    `exists (select 1 from ledger_entry e where e.seq = g.value
      and json_extract(cast(e.leaf as text), '$.type') in (${READINGS}))`,
  )
  .join('\n    or ');

const onDuty = (column: string): string =>
  `exists (select 1 from person where id = ${column} and role in ('booking-officer', 'supervisor', 'chief'))
    and not exists (select 1 from person_event where person_id = ${column} and kind = 'deactivated')`;

const GUARDS = [
  covered('handover'),
  guard('handover', 'two_people', 'new.taken_by <> new."by"'),
  guard('handover', 'from_the_desk', onDuty('new."by"')),
  guard('handover', 'to_the_desk', onDuty('new.taken_by')),
  known('handover', 'taken_by', 'person.id'),
  times('handover', 'at'),
  ...appendOnly('handover', [['entry_seq'], ['id']]),
  'drop trigger handover_no_delete',
  goesByOrder('handover'),
  'drop trigger expunge_records_of_somebody_only',
  guard(
    'expunge',
    'records_of_somebody_only',
    `not exists (select 1 from json_each(${toldNow('gone')}) g where not (${isOfSomebody}))`,
  ),
];

/** That one shift handed over to the next, signed by both; a note that names somebody goes when a court says so. */
export const handOverShifts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [HANDOVER, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
