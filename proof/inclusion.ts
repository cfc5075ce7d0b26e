import { isHash, isSameHash, nodeHash } from './hash.ts';
import { sidesOf } from './sides.ts';

/** What says that a leaf is in a tree. */
export interface Inclusion {
  readonly index: number;
  readonly size: number;
  /** Hash of the leaf. */
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  /** From the leaf upwards. */
  readonly path: readonly Uint8Array[];
}

function isPlace(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
}

/** Whether the path leads from the leaf to the root (RFC 9162 section 2.1.3.2). */
export function verifyInclusion({ index, size, leaf, root, path }: Inclusion): boolean {
  if (!isPlace(index, size) || ![leaf, root, ...path].every(isHash)) return false;
  const sides = sidesOf(index, size - 1);
  if (sides.length !== path.length) return false;
  const reached = path.reduce(
    (below, hash, at) => (sides[at] === 'left' ? nodeHash(hash, below) : nodeHash(below, hash)),
    leaf,
  );
  return isSameHash(reached, root);
}
