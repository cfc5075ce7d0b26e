// What the columns of matters, duties, scans and contacts may hold, in the order in which the migrations hand them to `app_mark`.
import { ACTS, GROUNDS, SUBJECT_ROLES } from '../policy/decision.ts';
import { CONTACT_KINDS } from '../policy/contacts.ts';
import { CIRCUMSTANCES, FACT_NAMES } from '../policy/decide/fact-names.ts';
import { MATTER_KINDS } from '../policy/matters/matter.ts';
import type { Database } from './database.ts';
import { boxesOfEvent, isSafeDetail, isSafeDutyDetail } from './detail-guard.ts';
import { fromJson } from './json-guard.ts';
import { contact, json, label, oneOf, plain, someOf, text, type Check } from './mark-check.ts';
import { DUTY_EVENTS } from './schema/duty-event.ts';
import { SCAN_TYPES } from './schema/scan.ts';

type Column = readonly [name: string, check: Check];
const plainly = (...names: readonly string[]): readonly Column[] => names.map((name) => [name, plain]);

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

/** Sealed bytes: nothing of them can be read here. */
const bytes: Check = (value) => Buffer.isBuffer(value);
const NAMED = [...FACT_NAMES, ...CIRCUMSTANCES, 'act', 'ground'];

export const MATTER_MARK_RULES = {
  matter: [
    ...plainly('entry_seq', 'id', 'number'),
    ['kind', oneOf(MATTER_KINDS)],
    ...plainly('booking_id'),
    ['subject_role', oneOf(SUBJECT_ROLES)],
    ['subject_last', text('name')],
    ['subject_first', text('name')],
    ...plainly('subject_dob', 'opened_at', 'opened_by'),
  ],
  matter_decision: [
    ...plainly('entry_seq', 'id', 'matter_id'),
    ['event', label],
    ['act', oneOf(ACTS)],
    ['ground', oneOf(GROUNDS)],
    ['cite', text('title')],
    ['facts', json('request')],
    ...plainly('pack_digest'),
    ['outcome', oneOf(['allow', 'refuse'])],
    ['missing', someOf(NAMED)],
    ['contradicted', someOf(NAMED)],
    ...plainly('at', 'by', 'cosigned_by'),
  ],
  matter_event: [
    ...plainly('entry_seq', 'id', 'matter_id'),
    ['kind', label],
    ...plainly('at'),
    ['detail', eventDetail],
    ...plainly('entered_at', 'entered_by'),
  ],
  duty: [
    ...plainly('entry_seq', 'id'),
    ['duty', label],
    ['ground', oneOf(GROUNDS)],
    ['cite', text('title')],
    ...plainly('matter_id', 'booking_id', 'since', 'by_time', 'opened_at', 'opened_by'),
  ],
  duty_event: [
    ...plainly('entry_seq', 'id', 'duty_id'),
    ['kind', oneOf(DUTY_EVENTS)],
    ...plainly('at'),
    ['detail', dutyDetail],
    ...plainly('entered_at', 'entered_by'),
  ],
  scan: [
    ...plainly('entry_seq', 'matter_id', 'sha256', 'size'),
    ['media_type', oneOf(SCAN_TYPES)],
    ['nonce', (value) => typeof value === 'string' && /^[\w-]{16}$/.test(value)],
    ['sealed', bytes],
    ...plainly('at', 'by'),
  ],
  contact: [
    ...plainly('entry_seq', 'contact_id', 'version'),
    ['kind', oneOf(CONTACT_KINDS)],
    ['name', contact],
    ['agency', contact],
    ['number', contact],
    ['second', contact],
    ['notes', contact],
    ...plainly('checked_at', 'checked_by', 'retired', 'at', 'by'),
  ],
} as const satisfies Partial<Record<keyof Database, readonly Column[]>>;
