import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import { statement, write } from '../statement.ts';
import { STORED_LEVELS } from './tree-reader.ts';

export interface NewLog {
  /** Number of its first entry, which comes next. */
  readonly entrySeq: number;
  readonly origin: string;
  /** The head that is known of the log before it. */
  readonly old: { readonly origin: string; readonly size: number; readonly root: Uint8Array };
  readonly at: string;
  readonly by: string;
}

/** Keeps where a new log begins. Its first entry must follow in the same transaction. */
export async function insertLogOrigin(tx: WriteTx, { entrySeq, origin, old, at, by }: NewLog): Promise<void> {
  await insertRow(tx, 'log_origin', {
    entry_seq: entrySeq,
    origin,
    old_origin: old.origin,
    old_size: old.size,
    old_root: Buffer.from(old.root),
    at,
    by,
  });
}

const LEAF = '(select leaf_hash from ledger_entry where seq = ledger_tree.size)';
const node = (level: number): string => `insert into ledger_node (level, idx, hash)
  select ${String(level)}, size >> ${String(level)}, app_tree_node(size, frontier, ${LEAF}, ${String(level)})
  from ledger_tree where (size & ${String(2 ** level - 1)}) = ${String(2 ** level - 1)}`;
const GROW = [
  ...[...STORED_LEVELS].reverse().map(node),
  `update ledger_tree set size = size + 1, frontier = app_tree_grow(size, frontier, ${LEAF})`,
].map(statement);

const ANEW = ["update ledger_tree set size = 0, frontier = x''", 'delete from ledger_node'].map(statement);

/** Grows the tree anew over what is left; the database allows it only where a new log begins. @param entries how many */
export async function growTreeAnew(tx: WriteTx, entries: number): Promise<void> {
  for (const step of ANEW) await write(tx, step([]));
  for (let at = 0; at < entries; at += 1) {
    for (const step of GROW) await write(tx, step([]));
  }
}
