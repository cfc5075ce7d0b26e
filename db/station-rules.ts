// What the columns about the station, its people, its policy and its refusals may hold, in the order in which the
// migrations hand them to `app_mark`.
import { BLANK_FORM_CLAUSES, BLANK_FORM_KINDS } from '../policy/blank-forms.ts';
import { ROLES } from '../policy/people.ts';
import { TAUGHT_FIELDS, TAUGHT_GRAINS } from '../policy/screen/taught.ts';
import { codes, days, digests, figures, ids, moments, numbers, type Column } from './column-rules.ts';
import type { Database } from './database.ts';
import { label, oneOf, text, type Check } from './mark-check.ts';
import { ACCOUNT_EVENTS } from './schema/account-event.ts';
import { AUDIT_KINDS } from './schema/audit-event.ts';
import { SESSION_EVENTS } from './schema/session-event.ts';
import { readSetting, SETTINGS } from '../policy/settings.ts';
import { certificate, chain, fingerprint, kid, logOrigin, ori, packBody, signature, verifier } from './shape-check.ts';

/** A phrase that may be taught in its kind of text; kind and grain stand third and fourth. */
const taught: Check = (value, [, , field, grain], guards) => guards.mayBeTaught({ field, grain, phrase: value });

/** A value that its setting may have; the name stands second in the row. */
const setting: Check = (value, [, name]) => readSetting(name, value) !== null;

/** The columns of these tables, each with its check. */
export const STATION_MARK_RULES = {
  station: [
    ...figures('entry_seq'),
    ...ids('id'),
    ['name', text('title')],
    ['ori', ori],
    ['log_origin', logOrigin],
    ['agency_code', text('agency')],
    ...moments('created_at'),
  ],
  certificate: [
    ...figures('entry_seq'),
    ['fingerprint', fingerprint],
    ['kind', oneOf(['root', 'signing'])],
    ['pem', certificate],
    ...moments('created_at'),
  ],
  person: [
    ...figures('entry_seq'),
    ...ids('id'),
    ['name', text('name')],
    ['display_name', text('name')],
    ['badge', text('code')],
    ['role', oneOf(ROLES)],
    ['verifier', verifier],
    ...moments('created_at'),
    ...ids('created_by'),
  ],
  person_event: [
    ...figures('entry_seq'),
    ...ids('id', 'person_id'),
    ['kind', oneOf(['deactivated', 'passphrase-changed'])],
    ['verifier', verifier],
    ...moments('at'),
    ...ids('by'),
  ],
  policy_pack: [
    ...figures('entry_seq'),
    ...digests('digest'),
    ...codes('id', 'version'),
    ['body', packBody],
    ...days('effective_from', 'effective_until'),
    ...moments('adopted_at'),
  ],
  policy_adoption: [
    ...figures('entry_seq'),
    ...digests('pack_digest'),
    ['signature', signature],
    ...moments('adopted_at'),
    ...ids('adopted_by'),
  ],
  policy_acknowledgement: [...figures('entry_seq'), ...digests('pack_digest'), ...ids('person_id'), ...moments('at')],
  refusal_log: [
    ...ids('id'),
    ...moments('at'),
    ...ids('person_id'),
    ['call', label],
    ['code', label],
    ['category', label],
    ['clause', label],
    ['field', label],
    ...figures('length'),
  ],
  blank_form: [
    ...figures('entry_seq', 'year', 'seq'),
    ...numbers('number'),
    ['clause', oneOf(BLANK_FORM_CLAUSES)],
    ['kind', oneOf(BLANK_FORM_KINDS)],
    ...numbers('record_number'),
    ...moments('at'),
    ...ids('by'),
  ],
  taught_phrase: [
    ...figures('entry_seq'),
    ...ids('id'),
    ['field', oneOf(TAUGHT_FIELDS)],
    ['grain', oneOf(TAUGHT_GRAINS)],
    ['phrase', taught],
    ['reason', text('reason')],
    ...ids('asked_by', 'confirmed_by'),
    ...moments('at'),
  ],
  taught_phrase_event: [
    ...figures('entry_seq'),
    ...ids('id', 'phrase_id'),
    ['kind', oneOf(['revoked'])],
    ['reason', text('reason')],
    ...moments('at'),
    ...ids('by'),
  ],
  audit_event: [
    ...figures('entry_seq'),
    ...ids('id'),
    ...moments('at'),
    ...ids('person_id'),
    ['kind', oneOf(AUDIT_KINDS)],
    ['call', label],
    ['code', label],
    ['category', label],
    ['clause', label],
    ['field', label],
    ...figures('length'),
  ],
  key_walk: [
    ...figures('entry_seq'),
    ['why', oneOf(['term', 'lost', 'compromised'])],
    ...figures('drill', 'begun', 'passed'),
    ...moments('at'),
    ...ids('by'),
  ],
  town_chain: [
    ...figures('entry_seq'),
    ['kid', kid],
    ...digests('sha256'),
    ['pem', chain],
    ...moments('at'),
    ...ids('by'),
  ],
  account_event: [
    ...figures('entry_seq'),
    ...ids('id', 'person_id'),
    ['kind', oneOf(ACCOUNT_EVENTS)],
    ...moments('at'),
    ...ids('by'),
  ],
  station_setting: [
    ...figures('entry_seq'),
    ['name', oneOf(SETTINGS)],
    ['value', setting],
    ...moments('at'),
    ...ids('by'),
  ],
  session_event: [...ids('id'), ...moments('at'), ...ids('person_id'), ['kind', oneOf(SESSION_EVENTS)]],
} as const satisfies Partial<Record<keyof Database, readonly Column[]>>;
