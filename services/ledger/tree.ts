import type { ReadDb } from '../../db/database.ts';
import { listHashes, STORED_LEVELS } from '../../db/ledger/tree-reader.ts';
import { EMPTY, rootOf } from '../../proof/frontier.ts';
import { nodeHash } from '../../proof/hash.ts';
import {
  consistencyRanges,
  inclusionRanges,
  joinPlaces,
  placesOf,
  type Place,
  type Range,
} from '../../proof/ranges.ts';

/** A hash that a proof needs is not stored. The check says where. */
export class TreeIncomplete extends Error {
  override readonly name = 'TreeIncomplete';
  readonly code = 'tree-incomplete';
}

/** Root of a perfect subtree, from the hashes of one level below or more. */
function fold(hashes: readonly Uint8Array[]): Uint8Array {
  let level = hashes;
  while (level.length > 1) {
    const below = level;
    level = Array.from({ length: below.length / 2 }, (_, at) =>
      nodeHash(below[2 * at] ?? new Uint8Array(), below[2 * at + 1] ?? new Uint8Array()),
    );
  }
  return level[0] ?? new Uint8Array();
}

/** At most 255 hashes are read for it: the nearest stored level below is at most eight levels away. */
async function hashAt(db: ReadDb, { level, index }: Place): Promise<Uint8Array> {
  const stored = STORED_LEVELS.find((one) => one <= level) ?? 0;
  const count = 2 ** (level - stored);
  const hashes = await listHashes(db, stored, { from: index * count, to: (index + 1) * count });
  if (hashes.length !== count) throw new TreeIncomplete('a part of the tree is missing');
  return fold(hashes);
}

async function hashOf(db: ReadDb, range: Range): Promise<Uint8Array> {
  const hashes: Uint8Array[] = [];
  for (const place of placesOf(range)) hashes.push(await hashAt(db, place));
  return joinPlaces(hashes);
}

async function hashesOf(db: ReadDb, ranges: readonly Range[]): Promise<readonly Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (const range of ranges) hashes.push(await hashOf(db, range));
  return hashes;
}

/** Root over the first entries, from what is stored. @throws TreeIncomplete */
export async function rootAt(db: ReadDb, size: number): Promise<Uint8Array> {
  return size === 0 ? rootOf(EMPTY) : hashOf(db, { from: 0, to: size });
}

/** Hashes that lead from an entry to the root over the first `size` entries. @throws TreeIncomplete */
export async function inclusionPath(db: ReadDb, index: number, size: number): Promise<readonly Uint8Array[]> {
  return hashesOf(db, inclusionRanges(index, size));
}

/** Hashes that show that the first `size` entries begin with the first `older` ones. @throws TreeIncomplete */
export async function consistencyPath(db: ReadDb, older: number, size: number): Promise<readonly Uint8Array[]> {
  return hashesOf(db, consistencyRanges(older, size));
}
