import { hash } from 'node:crypto';
import { HASH_BYTES } from './bytes.ts';
import { nodeHash } from './hash.ts';

/** Hashes of the perfect subtrees that a tree is made of, the largest first: one for each bit of its size. */
export type Frontier = readonly Uint8Array[];

/** A tree's right edge: all that is needed to add to it and to tell its root. */
export interface Edge {
  readonly size: number;
  readonly frontier: Frontier;
}

export const EMPTY: Edge = { size: 0, frontier: [] };

function bitsOf(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}

/**
 * Hashes of the subtrees that one more leaf completes, from the leaf itself upwards: as many as the size had ones at
 * its end, and one. The place in the list is the level.
 */
export function completedBy({ size, frontier }: Edge, leaf: Uint8Array): readonly Uint8Array[] {
  const completed = [leaf];
  let top = leaf;
  for (let rest = size, at = frontier.length - 1; rest % 2 === 1; rest = Math.floor(rest / 2), at -= 1) {
    top = nodeHash(frontier[at] ?? new Uint8Array(), top);
    completed.push(top);
  }
  return completed;
}

/** The tree with one leaf more. @param leaf its hash */
export function grow(edge: Edge, leaf: Uint8Array): Edge {
  const completed = completedBy(edge, leaf);
  const kept = edge.frontier.slice(0, edge.frontier.length - completed.length + 1);
  return { size: edge.size + 1, frontier: [...kept, ...completed.slice(-1)] };
}

/** Root of the tree (RFC 9162 section 2.1.1); of an empty one the hash of nothing. */
export function rootOf({ frontier }: Edge): Buffer {
  const last = frontier.at(-1);
  if (last === undefined) return hash('sha256', '', 'buffer');
  return frontier.slice(0, -1).reduceRight<Buffer>((right, left) => nodeHash(left, right), Buffer.from(last));
}

/** The frontier as it is stored: one hash behind the other. */
export function frontierBytes({ frontier }: Edge): Buffer {
  return Buffer.concat(frontier);
}

/** A stored frontier; undefined where its length does not fit the size. */
export function readEdge(size: number, bytes: Uint8Array): Edge | undefined {
  if (!Number.isSafeInteger(size) || size < 0 || bytes.length !== bitsOf(size) * HASH_BYTES) return undefined;
  const count = bytes.length / HASH_BYTES;
  const frontier = Array.from({ length: count }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
  return { size, frontier };
}
