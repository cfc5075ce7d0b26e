import { isHash, isSameHash } from '../bytes.ts';
import { sidesOf } from '../sides.ts';
import { nodeHash } from './digest.ts';

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
export async function verifyInclusion({ index, size, leaf, root, path }: Inclusion): Promise<boolean> {
  if (!isPlace(index, size) || ![leaf, root, ...path].every(isHash)) return false;
  const sides = sidesOf(index, size - 1);
  if (sides.length !== path.length) return false;
  let reached = leaf;
  for (const [at, hash] of path.entries())
    reached = await (sides[at] === 'left' ? nodeHash(hash, reached) : nodeHash(reached, hash));
  return isSameHash(reached, root);
}
