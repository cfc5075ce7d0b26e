// What the columns of matters, duties, scans and contacts may hold, in the order in which the migrations hand them to `app_mark`.
import { ACTS, GROUNDS, SUBJECT_ROLES } from '../policy/decision.ts';
import { CONTACT_KINDS } from '../policy/contacts.ts';
import { CIRCUMSTANCES, FACT_NAMES } from '../policy/decide/fact-names.ts';
import { MATTER_KINDS } from '../policy/matters/matter.ts';
import { namesToLeave } from '../policy/matters/typed-form.ts';
import { isSealedBox, MATTER_RULES } from '../policy/matters/matter-rules.ts';
import { days, digests, figures, ids, moments, numbers, type Column } from './column-rules.ts';
import type { Database } from './database.ts';
import { boxesOfEvent, isSafeDetail, isSafeDutyDetail } from './detail-guard.ts';
import { fromJson } from './json-guard.ts';
import { contact, countries, json, label, oneOf, someOf, text, type Check } from './mark-check.ts';
import { DUTY_EVENTS } from './schema/duty-event.ts';
import { SCAN_TYPES } from './schema/scan.ts';
import { nonce, sealedBytes } from './shape-check.ts';

function recordIn(value: unknown): object | null {
  const found: unknown = typeof value === 'string' ? fromJson(value)?.value : null;
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : null;
}

/** Boxes of a matter's event; its kind stands fourth. */
const eventDetail: Check = (value, row, guards) => {
  const detail = recordIn(value);
  return detail !== null && isSafeDetail(detail, guards, boxesOfEvent(row[3]));
};

const dutyDetail: Check = (value, _row, guards) => {
  const detail = recordIn(value);
  return detail !== null && isSafeDutyDetail(detail, guards);
};

const EVENT_KINDS = Object.values(MATTER_RULES).flatMap(({ events }) => events.map(({ kind }) => kind));
const LEFT_NAMES = Object.values(MATTER_RULES).flatMap(({ events }) => events.flatMap(namesToLeave));
const NAMED = [...FACT_NAMES, ...CIRCUMSTANCES, 'act', 'ground'];

/** What was typed of an event: as its boxes, and nothing of what the record would keep sealed. */
const typedDetail: Check = (value, row, guards) => {
  const detail = recordIn(value);
  return (
    detail !== null &&
    isSafeDetail(
      detail,
      guards,
      boxesOfEvent(row[3]).filter((field) => !isSealedBox(field)),
    )
  );
};

/** The columns of these tables, each with its check. */
export const MATTER_MARK_RULES = {
  matter: [
    ...figures('entry_seq'),
    ...ids('id'),
    ...numbers('number'),
    ['kind', oneOf(MATTER_KINDS)],
    ...ids('booking_id'),
    ['subject_role', oneOf(SUBJECT_ROLES)],
    ['subject_last', text('name')],
    ['subject_first', text('name')],
    ...days('subject_dob'),
    ...moments('opened_at'),
    ...ids('opened_by'),
  ],
  matter_decision: [
    ...figures('entry_seq'),
    ...ids('id', 'matter_id'),
    ['event', oneOf(EVENT_KINDS)],
    ['act', oneOf(ACTS)],
    ['ground', oneOf(GROUNDS)],
    ['cite', text('title')],
    ['facts', json('request')],
    ...digests('pack_digest'),
    ['outcome', oneOf(['allow', 'refuse'])],
    ['missing', someOf(NAMED)],
    ['contradicted', someOf(NAMED)],
    ...moments('at'),
    ...ids('by', 'cosigned_by'),
  ],
  matter_draft: [
    ...ids('id', 'matter_id'),
    ['kind', oneOf(MATTER_KINDS)],
    ['event', oneOf(EVENT_KINDS)],
    ...ids('booking_id'),
    ['subject_role', oneOf(SUBJECT_ROLES)],
    ['subject_last', text('name')],
    ['subject_first', text('name')],
    ...days('subject_dob'),
    ...moments('at'),
    ['detail', typedDetail],
    ['left_out', someOf(LEFT_NAMES)],
    ...moments('kept_at'),
    ...ids('kept_by'),
  ],
  matter_event: [
    ...figures('entry_seq'),
    ...ids('id', 'matter_id'),
    ['kind', oneOf(EVENT_KINDS)],
    ...moments('at'),
    ['detail', eventDetail],
    ...moments('entered_at'),
    ...ids('entered_by'),
  ],
  duty: [
    ...figures('entry_seq'),
    ...ids('id'),
    ['duty', label],
    ['ground', oneOf(GROUNDS)],
    ['cite', text('title')],
    ...ids('matter_id', 'booking_id'),
    ...moments('since', 'by_time', 'opened_at'),
    ...ids('opened_by'),
  ],
  open_duty: [...ids('duty_id')],
  duty_event: [
    ...figures('entry_seq'),
    ...ids('id', 'duty_id'),
    ['kind', oneOf(DUTY_EVENTS)],
    ...moments('at'),
    ['detail', dutyDetail],
    ...moments('entered_at'),
    ...ids('entered_by'),
  ],
  scan: [
    ...figures('entry_seq'),
    ...ids('matter_id'),
    ...digests('sha256'),
    ...figures('size'),
    ['media_type', oneOf(SCAN_TYPES)],
    ['nonce', nonce],
    ['sealed', sealedBytes],
    ...moments('at'),
    ...ids('by'),
  ],
  sealed_answer: [
    ...figures('entry_seq'),
    ...ids('matter_id'),
    ['nonce', nonce],
    ['sealed', sealedBytes],
    ...moments('at'),
    ...ids('by'),
  ],
  treaty_list: [
    ...figures('entry_seq', 'version'),
    ...days('as_of'),
    ['source', contact],
    ['countries', countries],
    ['unless_resident', countries],
    ...moments('at'),
    ...ids('by'),
  ],
  contact: [
    ...figures('entry_seq'),
    ...ids('contact_id'),
    ...figures('version'),
    ['kind', oneOf(CONTACT_KINDS)],
    ['name', contact],
    ['agency', contact],
    ['number', contact],
    ['second', contact],
    ['notes', contact],
    ...moments('checked_at'),
    ...ids('checked_by'),
    ...figures('retired'),
    ...moments('at'),
    ...ids('by'),
  ],
} as const satisfies Partial<Record<keyof Database, readonly Column[]>>;
