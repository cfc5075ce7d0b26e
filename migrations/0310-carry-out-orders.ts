import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';
import { ENTRY_OF_CHARGE, goesByOrder } from './order-way.ts';

const EXPUNGE = `create table expunge (
  entry_seq integer primary key references ledger_entry (seq),
  at text not null,
  "by" text not null references person (id),
  cosigned_by text references person (id),
  mark text not null generated always as (app_mark('expunge',
    entry_seq, at, "by", cosigned_by)) stored
) strict`;

const RECALL = `create table recall (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  audience text not null,
  reached text,
  number text,
  left_at text not null,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('recall',
    entry_seq, id, audience, reached, number, left_at, at, "by")) stored
) strict`;

const SEALING = `create table sealing (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  booking_id text not null references booking (id),
  at text not null,
  "by" text not null references person (id),
  cosigned_by text not null references person (id),
  mark text not null generated always as (app_mark('sealing',
    entry_seq, id, booking_id, at, "by", cosigned_by)) stored
) strict`;

const SEALING_EVENT = `create table sealing_event (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  sealing_id text not null references sealing (id),
  kind text not null check (kind in ('opened', 'lifted')),
  at text not null,
  "by" text not null references person (id),
  cosigned_by text references person (id),
  mark text not null generated always as (app_mark('sealing_event',
    entry_seq, id, sealing_id, kind, at, "by", cosigned_by)) stored
) strict`;

/** What a disclosure of this name under the newest entry tells, as JSON; NULL where there is none. */
const toldNow = (name: string): string => `(select app_told(d.text) from disclosure d
    where d.seq = (select max(seq) from ledger_entry) and d.name = '${name}')`;

/** Tables of somebody's records whose rows stand under an entry of their own. */
const UNDER_AN_ENTRY = ['booking', 'booking_version', 'booking_event', 'number_abandoned', 'decision', 'determination']
  .concat('determination_event', 'status_record', 'notification', 'export', 'matter', 'matter_decision')
  .concat('matter_event', 'duty', 'duty_event', 'scan', 'recall', 'sealing', 'sealing_event');

const openedToOrders = [
  ...[...UNDER_AN_ENTRY, 'import_source'].map((table) => goesByOrder(table)),
  goesByOrder('charge', ENTRY_OF_CHARGE),
  goesByOrder('disclosure', 'old.seq'),
];
const CLOSED = [...UNDER_AN_ENTRY, 'import_source', 'charge', 'disclosure'].map(
  (table) => `drop trigger ${table}_no_delete`,
);

/** A source of an import stands under the entry of its version. */
const isOfSomebody = (seq: string): string =>
  UNDER_AN_ENTRY.map((table) => `exists (select 1 from ${table} r where r.entry_seq = ${seq})`)
    .concat(
      `exists (select 1 from ledger_entry e where e.seq = ${seq}
      and json_extract(cast(e.leaf as text), '$.type') = 'matter.scan-read')`,
    )
    .join('\n    or ');

const NOW = `cast(strftime('%s', 'now') as integer)`;
const mayAct = (person: string, roles: string): string =>
  `(exists (select 1 from person where id = ${person} and role in (${roles}))
    and not exists (select 1 from person_event where person_id = ${person} and kind = 'deactivated'))`;
/** The chief, and a second person who knows the records. */
const BY_TWO = `(${mayAct('new."by"', "'chief'")} and new.cosigned_by <> new."by"
    and ${mayAct('new.cosigned_by', "'records-clerk', 'supervisor', 'chief'")})`;
/** Somebody who had a copy was told: that line goes without a second person. */
const RECALL_ENDS = `(${mayAct('new."by"', "'chief', 'records-clerk'")} and new.cosigned_by is null
    and not exists (select 1 from json_each(${toldNow('gone')}) where value not in (select entry_seq from recall)))`;

/** What every record of an order shares: the newest entry, which says no more than that records were kept. */
const ofAnOrder = (table: string): readonly string[] => [
  covered(table),
  known(table, '"by"', 'person.id'),
  guard(table, 'newest_entry', `new.entry_seq = (select max(seq) from ledger_entry)`),
  guard(
    table,
    'entry_that_tells_nothing',
    `json_extract(cast((select leaf from ledger_entry where seq = new.entry_seq) as text), '$.type') = 'records.kept'`,
  ),
  guard(table, 'order_told', `${toldNow('order')} is not null`),
  guard(table, 'clock', `abs(cast(strftime('%s', new.at) as integer) - ${NOW}) <= 300`),
];

const sealedNow = (of: string): string => `exists (select 1 from sealing s where ${of}
    and not exists (select 1 from sealing_event l where l.sealing_id = s.id and l.kind = 'lifted'))`;

const GUARDS = [
  ...ofAnOrder('expunge'),
  guard('expunge', 'list_of_what_goes', `json_array_length(${toldNow('gone')}) > 0`),
  guard(
    'expunge',
    'records_of_somebody_only',
    `not exists (select 1 from json_each(${toldNow('gone')}) g where not (${isOfSomebody('g.value')}))`,
  ),
  guard('expunge', 'second_person', `${BY_TWO} or ${RECALL_ENDS}`),
  ...appendOnly('expunge', [['entry_seq']]),
  ...ofAnOrder('recall'),
  guard('recall', 'by_the_chief', mayAct('new."by"', "'chief'")),
  times('recall', 'left_at'),
  ...appendOnly('recall', [['entry_seq'], ['id']]),
  ...ofAnOrder('sealing'),
  known('sealing', 'booking_id', 'booking.id'),
  guard('sealing', 'booking_saved', `exists (select 1 from booking_version where booking_id = new.booking_id)`),
  guard('sealing', 'not_sealed_yet', `not ${sealedNow('s.booking_id = new.booking_id')}`),
  guard('sealing', 'second_person', BY_TWO),
  ...appendOnly('sealing', [['entry_seq'], ['id']]),
  ...ofAnOrder('sealing_event'),
  known('sealing_event', 'sealing_id', 'sealing.id'),
  guard('sealing_event', 'still_sealed', sealedNow('s.id = new.sealing_id')),
  guard('sealing_event', 'by_the_chief', mayAct('new."by"', "'chief'")),
  guard('sealing_event', 'lifted_by_two', `new.kind = 'opened' or ${BY_TWO}`),
  ...appendOnly('sealing_event', [['entry_seq'], ['id']]),
];

const INDEXES = [
  'create index sealing_of on sealing (booking_id)',
  'create index sealing_event_of on sealing_event (sealing_id, kind)',
];

/**
 * Orders of a court that seal or expunge a record (G.L. c.276 ss.100A-C, 100E-U). Rows of somebody's records go only
 * while an order is carried out under the newest entry, and only those that this entry commits to by number.
 */
export const carryOutOrders: Migration = {
  async up(db: Kysely<unknown>) {
    const tables = [EXPUNGE, RECALL, SEALING, SEALING_EVENT, ...INDEXES];
    for (const statement of [...tables, ...GUARDS, ...CLOSED, ...openedToOrders]) await sql.raw(statement).execute(db);
  },
};
