// Which parts of a tree a proof is made of. Pure arithmetic: whoever has the hashes puts them in.
import { nodeHash } from './hash.ts';

/** Leaves from `from` up to and without `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A perfect subtree: `2 ** level` leaves from `index * 2 ** level` on. */
export interface Place {
  readonly level: number;
  readonly index: number;
}

/** Largest power of two below a count of two or more. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** Parts of the proof that a leaf is in a tree, from the leaf upwards (RFC 9162 section 2.1.3.1). */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  const ranges: Range[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  return ranges;
}

/** Parts of the proof that a tree begins with an older one (RFC 9162 section 2.1.4.1); both sizes are at least 1. */
export function consistencyRanges(older: number, size: number): readonly Range[] {
  const ranges: Range[] = [];
  let from = 0;
  let to = size;
  while (to > older) {
    const middle = from + splitOf(to - from);
    if (older <= middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  // The older tree is known to whoever asks: where it is a perfect one, it need not be told.
  return from === 0 ? ranges : [{ from, to }, ...ranges];
}

/** The perfect subtrees that a part is made of, the largest first. */
export function placesOf({ from, to }: Range): readonly Place[] {
  const places: Place[] = [];
  let at = from;
  for (let level = Math.floor(Math.log2(Math.max(1, to - from))); level >= 0; level -= 1) {
    const width = 2 ** level;
    if (at + width > to) continue;
    places.push({ level, index: at / width });
    at += width;
  }
  return places;
}

/** Hash of a part out of the hashes of its places. */
export function joinPlaces(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}
