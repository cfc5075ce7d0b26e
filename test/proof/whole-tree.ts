// A tree held as a list of leaf hashes, written as RFC 9162 section 2.1.1 says it: the oracle of these tests.
import { leafHash, nodeHash } from '../../proof/hash.ts';
import { joinPlaces, placesOf, type Range } from '../../proof/ranges.ts';

export function leaves(count: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`leaf ${String(at)}`)));
}

/** Hash of a list of leaf hashes that is not empty. */
export function treeHash(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (hashes.length === 1 && only !== undefined) return only;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(treeHash(hashes.slice(0, split)), treeHash(hashes.slice(split)));
}

/** The hashes of a proof's parts, each joined from its perfect subtrees. */
export function pathOf(hashes: readonly Uint8Array[], ranges: readonly Range[]): readonly Uint8Array[] {
  return ranges.map((range) =>
    joinPlaces(
      placesOf(range).map(({ level, index }) => treeHash(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level))),
    ),
  );
}
