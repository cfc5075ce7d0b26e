// What the columns of the log and its proof may hold, in the order in which the migrations hand them to `app_mark`.
import { checkpointText } from '../proof/checkpoint.ts';
import { isHash } from '../proof/bytes.ts';
import { figures, ids, moments, type Column } from './column-rules.ts';
import type { Database } from './database.ts';
import { disclosure, leaf, leafHash, oneOf, text, type Stored } from './mark-check.ts';
import { CHECKPOINT_CAUSES } from './schema/checkpoint.ts';
import { logOrigin } from './shape-check.ts';

/** A SHA-256 as bytes. */
function hash(value: Stored): boolean {
  return Buffer.isBuffer(value) && isHash(value);
}

/** Hashes one behind the other. */
function hashes(value: Stored): boolean {
  return Buffer.isBuffer(value) && value.length % 32 === 0;
}

const SIGNATURES = /\n\n(?:— sallyport\.invalid\/[a-z\d/-]{1,60} [A-Za-z\d+/]{90,110}={0,2}\n){1,2}$/;

/** A signed note over the very head beside it, and nothing else. */
function note(value: Stored, row: readonly unknown[]): boolean {
  const [, origin, size, root] = row;
  if (typeof value !== 'string' || typeof origin !== 'string' || typeof size !== 'number') return false;
  return Buffer.isBuffer(root) && value.replace(SIGNATURES, '\n') === checkpointText({ origin, size, root });
}

/** The columns of these tables, each with its check. */
export const LEDGER_MARK_RULES = {
  ledger_entry: [...figures('seq'), ['leaf', leaf], ['leaf_hash', leafHash]],
  disclosure: [...figures('seq'), ['name', text('title')], ['text', disclosure]],
  ledger_node: [...figures('level', 'idx'), ['hash', hash]],
  ledger_tree: [...figures('id', 'size'), ['frontier', hashes]],
  log_origin: [
    ...figures('entry_seq'),
    ['origin', logOrigin],
    ['old_origin', logOrigin],
    ...figures('old_size'),
    ['old_root', hash],
    ...moments('at'),
    ...ids('by'),
  ],
  checkpoint: [
    ...figures('id'),
    ['origin', logOrigin],
    ...figures('size'),
    ['root', hash],
    ['note', note],
    ['cause', oneOf(CHECKPOINT_CAUSES)],
    ...moments('at'),
  ],
} as const satisfies Partial<Record<keyof Database, readonly Column[]>>;
