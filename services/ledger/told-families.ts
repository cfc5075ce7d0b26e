// Which column of a record says what its entry tells. What a table has beside these is looked after by its mark, by the
// decisions that are judged again, or by what it points at.
import type { Database } from '../../db/database.ts';
import { BOOKING_VERSION } from '../../db/booking/columns.ts';
import { groupOf } from '../booking-disclosures.ts';

export interface Family {
  readonly table: keyof Database;
  /** Where the entry tells a column: the name of a disclosure, then of a member of it. */
  readonly columns: Readonly<Record<string, readonly [disclosure: string, ...members: readonly string[]]>>;
  /** Columns of when it was written and by whom, which the entry says of itself. */
  readonly at: string;
  readonly by: string | null;
}

const under = (disclosure: string, members: Readonly<Record<string, string>>): Family['columns'] =>
  Object.fromEntries(Object.entries(members).map(([column, member]) => [column, [disclosure, member]]));

const same = (disclosure: string, ...columns: readonly string[]): Family['columns'] =>
  Object.fromEntries(columns.map((column) => [column, [disclosure, column]]));

const inside = (disclosure: string, member: string, columns: readonly string[]): Family['columns'] =>
  Object.fromEntries(columns.map((column) => [column, [disclosure, member, column]]));

const opened = { at: 'opened_at', by: 'opened_by' } as const;
const entered = { at: 'entered_at', by: 'entered_by' } as const;
const written = { at: 'at', by: 'by' } as const;

const OWN = new Set(['entry_seq', 'booking_id', 'version', 'reason', 'saved_at', 'saved_by']);
const FIELDS: Family['columns'] = Object.fromEntries(
  BOOKING_VERSION.columns.filter((name) => !OWN.has(name)).map((name) => [name, [groupOf(name), name]]),
);

const NOTICE = {
  ...{ number: 'number', outcome: 'outcome', direction: 'direction', agency: 'agency', unit: 'unit' },
  ...{ recipient: 'recipient', reached_at: 'reachedAt', verified_how: 'verifiedHow', channel: 'channel' },
  ...{ purpose: 'purpose', released: 'released', criminal_history: 'criminalHistory' },
};

export const FAMILIES: readonly Family[] = [
  { table: 'station', columns: same('station', 'name', 'ori'), at: 'created_at', by: null },
  { table: 'certificate', columns: same('certificate', 'kind', 'fingerprint'), at: 'created_at', by: null },
  { table: 'key_walk', columns: same('walk', 'why', 'begun'), ...written },
  { table: 'town_chain', columns: same('chain', 'kid', 'sha256'), ...written },
  {
    table: 'person',
    columns: { ...same('person', 'id', 'name', 'role', 'badge'), display_name: ['person', 'displayName'] },
    at: 'created_at',
    by: 'created_by',
  },
  { table: 'booking', columns: { number: ['number'] }, ...opened },
  {
    table: 'booking_version',
    columns: { ...FIELDS, reason: ['reason'] },
    at: 'saved_at',
    by: 'saved_by',
  },
  { table: 'booking_event', columns: same('event', 'kind', 'at', 'detail'), ...entered },
  {
    table: 'notification',
    columns: { ...under('notice', NOTICE), contacted_at: ['times', 'contactedAt'], reason: ['inHouse', 'reason'] },
    at: 'entered_at',
    by: 'decided_by',
  },
  {
    table: 'matter',
    columns: {
      ...same('matter', 'number', 'kind'),
      ...under('subject', { subject_role: 'role', subject_last: 'family', subject_first: 'given', subject_dob: 'dob' }),
    },
    ...opened,
  },
  { table: 'matter_event', columns: same('event', 'kind', 'at', 'detail'), ...entered },
  { table: 'scan', columns: { ...same('scan', 'sha256', 'size'), media_type: ['scan', 'mediaType'] }, ...written },
  { table: 'duty', columns: { ...same('duty', 'duty', 'ground', 'since'), by_time: ['duty', 'by'] }, ...opened },
  {
    table: 'duty_event',
    columns: { ...same('event', 'kind', 'at', 'detail'), duty_id: ['event', 'dutyId'] },
    ...entered,
  },
  {
    table: 'contact',
    columns: {
      ...under('contact', { contact_id: 'contactId', checked_at: 'checkedAt' }),
      ...same('contact', 'version', 'retired'),
      ...inside('contact', 'detail', ['kind', 'name', 'agency', 'number', 'second', 'notes']),
    },
    ...written,
  },
  { table: 'review', columns: same('review', 'upto', 'remark'), ...written },
  { table: 'account_review', columns: same('review', 'upto', 'accounts', 'active', 'remark'), ...written },
  {
    table: 'handover',
    columns: {
      ...same('handover', 'clocks', 'unfinished', 'due', 'drafts', 'waiting', 'note'),
      ...under('handover', { in_custody: 'inCustody', kept_apart: 'keptApart', taken_by: 'takenBy' }),
    },
    ...written,
  },
  // What it says is judged again, and held against its entry there.
  { table: 'determination', columns: {}, at: 'decided_at', by: 'decided_by' },
  {
    table: 'blank_form',
    columns: { ...same('form', 'number', 'clause'), record_number: ['form', 'record'] },
    ...written,
  },
  { table: 'taught_phrase', columns: same('taught', 'field', 'grain', 'phrase', 'reason'), at: 'at', by: 'asked_by' },
  {
    table: 'taught_phrase_event',
    columns: { ...same('revoked', 'reason'), phrase_id: ['revoked', 'phraseId'] },
    ...written,
  },
];
