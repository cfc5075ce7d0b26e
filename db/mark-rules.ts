// What each column of each table may hold, in the order in which the migrations hand the columns to `app_mark`.
import { BOOKING_EVENTS } from '../policy/booking.ts';
import { ACTS, GROUNDS } from '../policy/decision.ts';
import { APPROVED_FIELDS } from '../policy/fields/approved-fields.ts';
import { CHANNELS, DIRECTIONS, OUTCOMES, RELEASED } from '../policy/notification.ts';
import { ROLES } from '../policy/people.ts';
import { isFirst } from './added-fields.ts';
import type { Database } from './database.ts';
import { dictionary, kept } from './dictionary-check.ts';
import {
  contact,
  detail,
  disclosure,
  headings,
  json,
  label,
  labels,
  leaf,
  leafHash,
  offense,
  oneOf,
  opaque,
  plain,
  sealed,
  someOf,
  text,
  type Check,
} from './mark-check.ts';
import { MATTER_MARK_RULES } from './matter-rules.ts';
import { SESSION_EVENTS } from './schema/session-event.ts';

/** A column and the check of its values. */
export type Column = readonly [name: string, check: Check];

/** Ids, times, numbers. */
const plainly = (...names: readonly string[]): readonly Column[] => names.map((name) => [name, plain]);
const fieldsOf = (part: 'booking' | 'charge'): readonly Column[] =>
  APPROVED_FIELDS.filter((field) => field.part === part && isFirst(field)).map((field) => [
    field.name,
    dictionary(field),
  ]);

const NUMBER_KINDS = ['booking', 'notification', 'export', 'matter'];

/** The columns of every table, each with its check. */
export const MARK_RULES: Readonly<Record<keyof Database, readonly Column[]>> = {
  ledger_entry: [...plainly('seq'), ['leaf', leaf], ['leaf_hash', leafHash]],
  disclosure: [...plainly('seq'), ['name', text('title')], ['text', disclosure]],
  station: [
    ...plainly('entry_seq', 'id'),
    ['name', text('title')],
    ...plainly('ori', 'log_origin'),
    ['agency_code', text('agency')],
    ...plainly('created_at'),
  ],
  certificate: [
    ...plainly('entry_seq', 'fingerprint'),
    ['kind', oneOf(['root', 'signing'])],
    ['pem', opaque],
    ...plainly('created_at'),
  ],
  person: [
    ...plainly('entry_seq', 'id'),
    ['name', text('name')],
    ['display_name', text('name')],
    ['badge', text('code')],
    ['role', oneOf(ROLES)],
    ['verifier', opaque],
    ...plainly('created_at', 'created_by'),
  ],
  person_event: [
    ...plainly('entry_seq', 'id', 'person_id'),
    ['kind', oneOf(['deactivated', 'passphrase-changed'])],
    ['verifier', opaque],
    ...plainly('at', 'by'),
  ],
  number_reservation: [
    ['kind', oneOf(NUMBER_KINDS)],
    ...plainly('year', 'seq', 'number', 'record_id', 'reserved_at', 'reserved_by'),
  ],
  number_abandoned: [...plainly('entry_seq', 'booking_id'), ['reason', text('reason')], ...plainly('at', 'by')],
  booking: [
    ...plainly('entry_seq', 'id', 'station_id', 'number'),
    ['origin', oneOf(['desk', 'import'])],
    ...plainly('source_system', 'source_record_id', 'opened_at', 'opened_by'),
  ],
  booking_version: [
    ...plainly('entry_seq', 'booking_id', 'version'),
    ...fieldsOf('booking'),
    ['reason', text('reason')],
    ...plainly('saved_at', 'saved_by'),
  ],
  charge: [...plainly('booking_id', 'version', 'position'), ['offense', offense], ...fieldsOf('charge')],
  booking_event: [
    ...plainly('entry_seq', 'id', 'booking_id'),
    ['kind', oneOf(BOOKING_EVENTS)],
    ...plainly('at'),
    ['detail', detail],
    ...plainly('entered_at', 'entered_by'),
  ],
  draft: [
    ...plainly('booking_id'),
    ['fields', kept('booking')],
    ['charges', kept('charge')],
    ...plainly('kept_at', 'kept_by'),
  ],
  policy_pack: [
    ...plainly('entry_seq', 'digest', 'id', 'version'),
    ['body', opaque],
    ...plainly('effective_from', 'effective_until', 'adopted_at'),
  ],
  policy_adoption: [
    ...plainly('entry_seq', 'pack_digest'),
    ['signature', opaque],
    ...plainly('adopted_at', 'adopted_by'),
  ],
  policy_acknowledgement: plainly('entry_seq', 'pack_digest', 'person_id', 'at'),
  decision: [
    ...plainly('entry_seq', 'id', 'booking_id'),
    ['act', oneOf(ACTS)],
    ['ground', oneOf(GROUNDS)],
    ['facts', json('request')],
    ...plainly('pack_digest'),
    ['outcome', oneOf(['allow', 'refuse'])],
    ...plainly('at', 'by'),
  ],
  determination: [
    ...plainly('entry_seq', 'id', 'booking_id'),
    ['ground', oneOf(GROUNDS)],
    ['cite', text('title')],
    ['opens', someOf(ACTS)],
    ['facts', json('request')],
    ...plainly('pack_digest', 'decided_by', 'cosigned_by', 'decided_at', 'expires_at'),
  ],
  determination_event: [
    ...plainly('entry_seq', 'id', 'determination_id'),
    ['kind', oneOf(['revoked'])],
    ...plainly('at', 'by'),
  ],
  status_record: [
    ...plainly('entry_seq', 'id', 'booking_id', 'determination_id'),
    ['value', sealed],
    ['disclosure', sealed],
    ...plainly('entered_at', 'entered_by'),
  ],
  notification: [
    ...plainly('entry_seq', 'id', 'number', 'booking_id', 'determination_id'),
    ['outcome', oneOf(OUTCOMES)],
    ['direction', oneOf(DIRECTIONS)],
    ...plainly('contacted_at'),
    ['agency', contact],
    ['unit', contact],
    ['recipient', contact],
    ['reached_at', contact],
    ['verified_how', contact],
    ['channel', oneOf(CHANNELS)],
    ['purpose', contact],
    ['released', someOf(RELEASED)],
    ...plainly('criminal_history'),
    ['reason', contact],
    ...plainly('decided_by', 'cosigned_by', 'entered_at'),
  ],
  export: [
    ...plainly('entry_seq', 'id', 'number', 'notification_id'),
    ['audience', contact],
    ['left_out', labels],
    ...plainly('at', 'by'),
  ],
  import_run: [
    ...plainly('entry_seq', 'id'),
    ['file_name', text('file-name')],
    ...plainly('sha256', 'profile', 'rows', 'bookings', 'accepted', 'updated', 'duplicates', 'quarantined', 'failed'),
    ['report', json('report')],
    ...plainly('at', 'by'),
  ],
  import_source: plainly('source_system', 'source_record_id', 'admission', 'entry_seq', 'booking_id', 'row_digest'),
  quarantine: [
    ...plainly('id', 'entry_seq', 'import_id', 'row', 'source_id'),
    ['headings', headings],
    ['categories', labels],
  ],
  refusal_log: [
    ...plainly('id', 'at', 'person_id'),
    ['call', label],
    ['code', label],
    ['category', label],
    ['clause', label],
    ['field', label],
    ...plainly('length'),
  ],
  ...MATTER_MARK_RULES,
  session_event: [...plainly('id', 'at', 'person_id'), ['kind', oneOf(SESSION_EVENTS)]],
};
