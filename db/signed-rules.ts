// What the columns may hold of what people put their names to: reviews, and shifts that were handed over.
import { figures, ids, moments, type Column } from './column-rules.ts';
import type { Database } from './database.ts';
import { text } from './mark-check.ts';

/** The columns of these tables, each with its check. */
export const SIGNED_MARK_RULES = {
  review: [
    ...figures('entry_seq'),
    ...ids('id'),
    ...figures('upto'),
    ['remark', text('reason')],
    ...moments('at'),
    ...ids('by'),
  ],
  account_review: [
    ...figures('entry_seq'),
    ...ids('id'),
    ...figures('upto', 'accounts', 'active'),
    ['remark', text('reason')],
    ...moments('at'),
    ...ids('by'),
  ],
  handover: [
    ...figures('entry_seq'),
    ...ids('id'),
    ...figures('in_custody', 'clocks', 'unfinished', 'due', 'drafts', 'waiting', 'kept_apart'),
    ['note', text('reason')],
    ...ids('taken_by'),
    ...moments('at'),
    ...ids('by'),
  ],
} as const satisfies Partial<Record<keyof Database, readonly Column[]>>;
