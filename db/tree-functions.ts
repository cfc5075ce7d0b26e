// What the guards of the log's tree ask. Each answers null where its arguments are none, and a guard refuses null.
import { completedBy, frontierBytes, grow, readEdge, rootOf, type Edge } from '../proof/frontier.ts';
import { isHash } from '../proof/bytes.ts';
import { leafHash } from '../proof/hash.ts';

type Answer = (...values: readonly unknown[]) => Buffer | null;

function edgeOf(size: unknown, frontier: unknown): Edge | undefined {
  return typeof size === 'number' && Buffer.isBuffer(frontier) ? readEdge(size, frontier) : undefined;
}

function withLeaf(values: readonly unknown[], answer: (edge: Edge, leaf: Buffer) => Buffer | null): Buffer | null {
  const [size, frontier, leaf] = values;
  const edge = edgeOf(size, frontier);
  return edge !== undefined && Buffer.isBuffer(leaf) && isHash(leaf) ? answer(edge, leaf) : null;
}

/** Functions of SQL by name; all are pure. */
export const TREE_FUNCTIONS: Readonly<Record<string, Answer>> = {
  /** `(leaf)`: hash of an entry's bytes. */
  app_leaf_hash: (leaf) => (Buffer.isBuffer(leaf) ? leafHash(leaf) : null),
  /** `(size, frontier, leaf hash)`: the frontier with one entry more. */
  app_tree_grow: (...values) => withLeaf(values, (edge, leaf) => frontierBytes(grow(edge, leaf))),
  /** `(size, frontier, leaf hash, level)`: the subtree of this level that the entry completes. */
  app_tree_node: (...values) =>
    withLeaf(values, (edge, leaf) => {
      const found = completedBy(edge, leaf)[Number(values[3])];
      return found === undefined ? null : Buffer.from(found);
    }),
  /** `(size, frontier)`: root of the tree. */
  app_tree_root(size, frontier) {
    const edge = edgeOf(size, frontier);
    return edge === undefined ? null : rootOf(edge);
  },
};
