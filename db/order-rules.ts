// What the columns of orders may hold, in the order in which the migration hands them to `app_mark`.
import { figures, ids, moments, numbers, type Column } from './column-rules.ts';
import type { Database } from './database.ts';
import { contact, oneOf } from './mark-check.ts';
import { SEALING_EVENTS } from './schema/sealing-event.ts';

/** The columns of these tables, each with its check. */
export const ORDER_MARK_RULES = {
  expunge: [...figures('entry_seq'), ...moments('at'), ...ids('by', 'cosigned_by')],
  recall: [
    ...figures('entry_seq'),
    ...ids('id'),
    ['audience', contact],
    ['reached', contact],
    ...numbers('number'),
    ...moments('left_at', 'at'),
    ...ids('by'),
  ],
  sealing: [...figures('entry_seq'), ...ids('id', 'booking_id'), ...moments('at'), ...ids('by', 'cosigned_by')],
  sealing_event: [
    ...figures('entry_seq'),
    ...ids('id', 'sealing_id'),
    ['kind', oneOf(SEALING_EVENTS)],
    ...moments('at'),
    ...ids('by', 'cosigned_by'),
  ],
} as const satisfies Partial<Record<keyof Database, readonly Column[]>>;
