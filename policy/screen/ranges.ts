// Ranges of a text, and what was found in them. A long text has many of both, so that none is compared with all.

/** A range of a text in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The first of so many places from which on something holds, found by halves; as many as there are where it never does. */
export function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What meets each of some ranges, and what meets none, all in the order in which it was found. */
export interface Shared<T> {
  readonly inside: readonly (readonly T[])[];
  readonly outside: readonly T[];
}

/** Shares out what was found. `ranges`: in order, none of which begins or ends before the one in front of it. */
export function shareOut<T extends Range>(ranges: readonly Range[], found: readonly T[]): Shared<T> {
  const inside = ranges.map((): T[] => []);
  const outside: T[] = [];
  for (const one of found) {
    const first = firstWhere(ranges.length, (at) => (ranges[at]?.end ?? 0) > one.start);
    let at = first;
    for (; (ranges[at]?.start ?? one.end) < one.end; at += 1) inside[at]?.push(one);
    if (at === first) outside.push(one);
  }
  return { inside, outside };
}

/** Those of what was found that meet any of some ranges, which may be in any order. */
export function meetingAny<T extends Range>(ranges: readonly Range[], found: readonly T[]): readonly T[] {
  const sorted = ranges.toSorted((one, other) => one.start - other.start);
  let farthest = Number.NEGATIVE_INFINITY;
  const ends = sorted.map(({ end }) => (farthest = Math.max(farthest, end)));
  return found.filter((one) => {
    const before = firstWhere(sorted.length, (at) => (sorted[at]?.start ?? 0) >= one.end);
    return (ends[before - 1] ?? Number.NEGATIVE_INFINITY) > one.start;
  });
}
