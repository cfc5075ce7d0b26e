import { rootOf, readEdge, type Edge } from '../../proof/frontier.ts';
import type { Checkpoint } from '../../proof/checkpoint.ts';
import type { ReadDb } from '../database.ts';
import { StoreFault } from '../fault.ts';
import { readRows, statement } from '../statement.ts';

/** Levels whose nodes are stored, the higher one first. */
export const STORED_LEVELS = [16, 8] as const;

export interface StoredCheckpoint extends Checkpoint {
  readonly id: number;
  /** The whole signed note. */
  readonly note: string;
  readonly cause: string;
  readonly at: string;
}

/** What the row of the tree says, as it stands; the bytes may be anything. */
export interface StoredTree {
  readonly size: number;
  readonly frontier: Buffer;
}

const theTree = statement('select size, frontier from ledger_tree where id = 1');
const leaves = statement('select leaf_hash as hash from ledger_entry where seq >= ? and seq < ? order by seq');
const nodes = statement('select hash from ledger_node where level = ? and idx >= ? and idx < ? order by idx');

interface HashRow {
  readonly hash: Buffer;
}

/** Undefined where somebody took the row away. */
export async function findTree(db: ReadDb): Promise<StoredTree | undefined> {
  const [row] = await readRows<StoredTree>(db, theTree([]));
  return row;
}

/** The tree's right edge. @throws StoreFault `damaged` where what is stored is none */
export async function readTree(db: ReadDb): Promise<Edge & { readonly root: Buffer }> {
  const tree = await findTree(db);
  const edge = tree === undefined ? undefined : readEdge(tree.size, tree.frontier);
  if (edge === undefined) throw new StoreFault('damaged', 'ledger_tree is no tree');
  return { ...edge, root: rootOf(edge) };
}

/** Hashes of entries, or of stored nodes, from one place up to another one that is not among them. */
export async function listHashes(
  db: ReadDb,
  level: 0 | (typeof STORED_LEVELS)[number],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly Buffer[]> {
  const rows = await readRows<HashRow>(db, level === 0 ? leaves([from, to]) : nodes([level, from, to]));
  return rows.map((row) => row.hash);
}

const beyond = statement('select count(*) as count from ledger_node where (idx + 1) << level > ?');

/** Stored nodes over more entries than there are. */
export async function countNodesBeyond(db: ReadDb, size: number): Promise<number> {
  const [row] = await readRows<{ readonly count: number }>(db, beyond([size]));
  return row?.count ?? 0;
}

/** Signed heads, the newest first. */
export async function listCheckpoints(db: ReadDb, limit: number): Promise<readonly StoredCheckpoint[]> {
  return db.selectFrom('checkpoint').selectAll().orderBy('id', 'desc').limit(limit).execute();
}

/** The newest signed head of one log, over no more than `most` entries. */
export async function lastCheckpoint(
  db: ReadDb,
  origin: string,
  most = Number.MAX_SAFE_INTEGER,
): Promise<StoredCheckpoint | undefined> {
  return db
    .selectFrom('checkpoint')
    .selectAll()
    .where('origin', '=', origin)
    .where('size', '<=', most)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
