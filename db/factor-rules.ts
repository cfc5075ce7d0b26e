// What the columns about second factors may hold, in the order in which the migrations hand them to `app_mark`.
import { figures, ids, moments, type Column } from './column-rules.ts';
import type { Database } from './database.ts';
import { oneOf, text } from './mark-check.ts';
import { SECOND_FACTOR_EVENTS } from './schema/second-factor-event.ts';
import { SECURITY_KEY_EVENTS } from './schema/security-key-event.ts';
import { credential, nonce, pointOfKey, sealedBytes } from './shape-check.ts';

/** The columns of these tables, each with its check. */
export const FACTOR_MARK_RULES = {
  second_factor: [
    ...figures('entry_seq'),
    ...ids('id', 'person_id'),
    ['nonce', nonce],
    ['sealed', sealedBytes],
    ...moments('at'),
  ],
  second_factor_event: [
    ...figures('entry_seq'),
    ...ids('id', 'factor_id'),
    ['kind', oneOf(SECOND_FACTOR_EVENTS)],
    ...figures('step'),
    ...moments('at'),
    ...ids('by'),
  ],
  security_key: [
    ...figures('entry_seq'),
    ...ids('id', 'person_id'),
    ['name', text('title')],
    ['credential', credential],
    ['public_key', pointOfKey],
    ...figures('sign_count'),
    ...moments('at'),
  ],
  security_key_event: [
    ...figures('entry_seq'),
    ...ids('id', 'key_id'),
    ['kind', oneOf(SECURITY_KEY_EVENTS)],
    ...figures('sign_count'),
    ...moments('at'),
    ...ids('by'),
  ],
} as const satisfies Partial<Record<keyof Database, readonly Column[]>>;
