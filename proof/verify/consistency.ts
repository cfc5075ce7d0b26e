import { isHash, isSameHash } from '../bytes.ts';
import { sidesOf, type Side } from '../sides.ts';
import { nodeHash } from './digest.ts';

/** What says that a tree begins with an older one. */
export interface Consistency {
  readonly older: number;
  readonly size: number;
  readonly olderRoot: Uint8Array;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

const isPower = (size: number): boolean => Number.isInteger(Math.log2(size));

/** Every tree begins with the empty one, so a proof from size 0 would prove nothing. */
function isWellFormed({ older, size, olderRoot, root, path }: Consistency): boolean {
  if (!Number.isSafeInteger(older) || !Number.isSafeInteger(size)) return false;
  return older >= 1 && older <= size && [olderRoot, root, ...path].every(isHash);
}

/** Sides from the largest subtree that ends where the older tree ends. */
function sidesFrom(older: number, size: number): readonly Side[] {
  let fn = older - 1;
  let sn = size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sidesOf(fn, sn);
}

interface Reached {
  readonly olderRoot: Uint8Array;
  readonly root: Uint8Array;
}

async function climb(first: Uint8Array, rest: readonly Uint8Array[], sides: readonly Side[]): Promise<Reached> {
  let olderRoot = first;
  let root = first;
  for (const [at, hash] of rest.entries()) {
    const left = sides[at] === 'left';
    if (left) olderRoot = await nodeHash(hash, olderRoot);
    root = await (left ? nodeHash(hash, root) : nodeHash(root, hash));
  }
  return { olderRoot, root };
}

/** Whether the newer tree begins with the very leaves of the older one (RFC 9162 section 2.1.4.2). */
export async function verifyConsistency(proof: Consistency): Promise<boolean> {
  if (!isWellFormed(proof)) return false;
  const { older, size, olderRoot, root, path } = proof;
  if (older === size) return path.length === 0 && isSameHash(olderRoot, root);
  const [first, ...rest] = isPower(older) ? [olderRoot, ...path] : path;
  const sides = sidesFrom(older, size);
  if (first === undefined || rest.length !== sides.length) return false;
  const reached = await climb(first, rest, sides);
  return isSameHash(reached.olderRoot, olderRoot) && isSameHash(reached.root, root);
}
