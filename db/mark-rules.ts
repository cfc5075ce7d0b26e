// What each column of each table may hold, in the order in which the migrations hand the columns to `app_mark`.
import { BOOKING_EVENTS } from '../policy/booking.ts';
import { ACTS, GROUNDS, SUBJECT_ROLES } from '../policy/decision.ts';
import { APPROVED_FIELDS } from '../policy/fields/approved-fields.ts';
import { CHANNELS, DIRECTIONS, OUTCOMES, RELEASED } from '../policy/notification.ts';
import { isFirst } from './added-fields.ts';
import { codes, days, digests, figures, ids, moments, numbers, type Column } from './column-rules.ts';
import type { Database } from './database.ts';
import { dictionary, kept } from './dictionary-check.ts';
import { contact, detail, headings, json, labels, names, offense, oneOf, sealed, someOf, text } from './mark-check.ts';
import { FACTOR_MARK_RULES } from './factor-rules.ts';
import { LEDGER_MARK_RULES } from './ledger-rules.ts';
import { MATTER_MARK_RULES } from './matter-rules.ts';
import { ORDER_MARK_RULES } from './order-rules.ts';
import { sealedText } from './shape-check.ts';
import { SIGNED_MARK_RULES } from './signed-rules.ts';
import { STATION_MARK_RULES } from './station-rules.ts';

const fieldsOf = (part: 'booking' | 'charge'): readonly Column[] =>
  APPROVED_FIELDS.filter((field) => field.part === part && isFirst(field)).map((field) => [
    field.name,
    dictionary(field),
  ]);

const NUMBER_KINDS = ['booking', 'notification', 'export', 'matter'];

/** The columns of every table, each with its check. */
export const MARK_RULES: Readonly<Record<keyof Database, readonly Column[]>> = {
  number_reservation: [
    ['kind', oneOf(NUMBER_KINDS)],
    ...figures('year', 'seq'),
    ...numbers('number'),
    ...ids('record_id'),
    ...moments('reserved_at'),
    ...ids('reserved_by'),
  ],
  number_abandoned: [
    ...figures('entry_seq'),
    ...ids('booking_id'),
    ['reason', text('reason')],
    ...moments('at'),
    ...ids('by'),
  ],
  booking: [
    ...figures('entry_seq'),
    ...ids('id', 'station_id'),
    ...codes('number'),
    ['origin', oneOf(['desk', 'import'])],
    ...codes('source_system', 'source_record_id'),
    ...moments('opened_at'),
    ...ids('opened_by'),
  ],
  booking_version: [
    ...figures('entry_seq'),
    ...ids('booking_id'),
    ...figures('version'),
    ...fieldsOf('booking'),
    ['reason', text('reason')],
    ...moments('saved_at'),
    ...ids('saved_by'),
  ],
  charge: [...ids('booking_id'), ...figures('version', 'position'), ['offense', offense], ...fieldsOf('charge')],
  booking_event: [
    ...figures('entry_seq'),
    ...ids('id', 'booking_id'),
    ['kind', oneOf(BOOKING_EVENTS)],
    ...moments('at'),
    ['detail', detail],
    ...moments('entered_at'),
    ...ids('entered_by'),
  ],
  unreleased: [...ids('booking_id')],
  draft: [
    ...ids('booking_id'),
    ['fields', kept('booking')],
    ['charges', kept('charge')],
    ...moments('kept_at'),
    ...ids('kept_by'),
  ],
  draft_cut: [...ids('booking_id'), ['boxes', someOf(APPROVED_FIELDS.map(({ name }) => name))], ...moments('at')],
  ground_draft: [
    ...ids('id'),
    ['act', oneOf(ACTS)],
    ...ids('booking_id', 'matter_id'),
    ['subject_role', oneOf(SUBJECT_ROLES)],
    ['subject_last', text('name')],
    ['subject_first', text('name')],
    ...days('subject_dob'),
    ['ground', oneOf(GROUNDS)],
    ['facts', json('facts')],
    ...moments('kept_at'),
    ...ids('kept_by'),
  ],
  decision: [
    ...figures('entry_seq'),
    ...ids('id', 'booking_id'),
    ['act', oneOf(ACTS)],
    ['ground', oneOf(GROUNDS)],
    ['facts', json('request')],
    ...digests('pack_digest'),
    ['outcome', oneOf(['allow', 'refuse'])],
    ...moments('at'),
    ...ids('by'),
  ],
  determination: [
    ...figures('entry_seq'),
    ...ids('id', 'booking_id'),
    ['ground', oneOf(GROUNDS)],
    ['cite', text('title')],
    ['opens', someOf(ACTS)],
    ['facts', json('request')],
    ...digests('pack_digest'),
    ...ids('decided_by', 'cosigned_by'),
    ...moments('decided_at', 'expires_at'),
  ],
  determination_event: [
    ...figures('entry_seq'),
    ...ids('id', 'determination_id'),
    ['kind', oneOf(['revoked'])],
    ...moments('at'),
    ...ids('by'),
  ],
  status_record: [
    ...figures('entry_seq'),
    ...ids('id', 'booking_id', 'determination_id'),
    ['value', sealed],
    ['disclosure', sealedText],
    ...moments('entered_at'),
    ...ids('entered_by'),
  ],
  notification: [
    ...figures('entry_seq'),
    ...ids('id'),
    ...numbers('number'),
    ...ids('booking_id', 'determination_id'),
    ['outcome', oneOf(OUTCOMES)],
    ['direction', oneOf(DIRECTIONS)],
    ...moments('contacted_at'),
    ['agency', contact],
    ['unit', contact],
    ['recipient', contact],
    ['reached_at', contact],
    ['verified_how', contact],
    ['channel', oneOf(CHANNELS)],
    ['purpose', contact],
    ['released', someOf(RELEASED)],
    ...figures('criminal_history'),
    ['reason', contact],
    ...ids('decided_by', 'cosigned_by'),
    ...moments('entered_at'),
  ],
  export: [
    ...figures('entry_seq'),
    ...ids('id'),
    ...numbers('number'),
    ...ids('notification_id'),
    ['audience', contact],
    ['left_out', names],
    ...moments('at'),
    ...ids('by'),
  ],
  import_run: [
    ...figures('entry_seq'),
    ...ids('id'),
    ['file_name', text('file-name')],
    ...digests('sha256'),
    ...codes('profile'),
    ...figures('rows', 'bookings', 'accepted', 'updated', 'duplicates', 'quarantined', 'failed'),
    ['report', json('report')],
    ...moments('at'),
    ...ids('by'),
  ],
  import_source: [
    ...codes('source_system', 'source_record_id', 'admission'),
    ...figures('entry_seq'),
    ...ids('booking_id'),
    ...digests('row_digest'),
  ],
  quarantine: [
    ...ids('id'),
    ...figures('entry_seq'),
    ...ids('import_id'),
    ...figures('row'),
    ...codes('source_id'),
    ['headings', headings],
    ['categories', labels],
  ],
  ...LEDGER_MARK_RULES,
  ...MATTER_MARK_RULES,
  ...ORDER_MARK_RULES,
  ...SIGNED_MARK_RULES,
  ...STATION_MARK_RULES,
  ...FACTOR_MARK_RULES,
};
