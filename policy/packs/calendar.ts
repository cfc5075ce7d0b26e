/** Days of a version of the policy, `YYYY-MM-DD` on the station's calendar. */
export interface Dated {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: string;
  /** First day no longer in force; null while no successor is adopted. */
  readonly effectiveUntil: string | null;
}

/** Versions in the order of their adoption, without those that a later one with the same first day replaced. */
function standing<T extends Dated>(versions: readonly T[]): readonly T[] {
  return versions.filter(
    (one, at) => !versions.slice(at + 1).some((later) => later.effectiveFrom === one.effectiveFrom),
  );
}

/**
 * The version in force on a day, of versions in the order of their adoption: the last one that has begun. Where that one
 * has ended nothing is in force, for a version that was superseded does not come back.
 */
export function inForceOn<T extends Dated>(versions: readonly T[], day: string): T | undefined {
  const begun = versions.filter((one) => one.effectiveFrom <= day);
  const newest = begun
    .map((one) => one.effectiveFrom)
    .sort()
    .at(-1);
  const last = begun.findLast((one) => one.effectiveFrom === newest);
  return last === undefined || hasEnded(last, day) ? undefined : last;
}

function hasEnded({ effectiveUntil }: Dated, day: string): boolean {
  return effectiveUntil !== null && day >= effectiveUntil;
}

/** The first day on which a version no longer counts: its own last day, or its successor's first. Null where none is known. */
export function endOf<T extends Dated>(version: T, versions: readonly T[]): string | null {
  const kept = standing(versions);
  if (!kept.includes(version)) return version.effectiveFrom;
  const next = kept
    .map((one) => one.effectiveFrom)
    .filter((from) => from > version.effectiveFrom)
    .sort()[0];
  const ends = [version.effectiveUntil, next].filter((day) => typeof day === 'string').sort();
  return ends[0] ?? null;
}

/**
 * What of a new version's days is in the way of the adopted ones, each problem with its place; empty where nothing is.
 * Nobody's past is rewritten: beside others, a version begins today or later. One with the same first day replaces.
 */
export function dateProblems(next: Dated, adopted: readonly Dated[], today: string): readonly string[] {
  const past =
    adopted.length > 0 && next.effectiveFrom < today
      ? [`effectiveFrom: lies before ${today}, the day of the adoption; a version begins on that day or later`]
      : [];
  const others = standing(adopted).filter((one) => one.effectiveFrom !== next.effectiveFrom);
  return [...past, ...others.flatMap((one) => overlapOf(next, one))];
}

function overlapOf(next: Dated, one: Dated): readonly string[] {
  const its = `${one.id} version ${one.version}, in force from ${one.effectiveFrom}`;
  if (one.effectiveFrom > next.effectiveFrom) {
    const clear = next.effectiveUntil !== null && next.effectiveUntil <= one.effectiveFrom;
    return clear ? [] : [`effectiveUntil: overlaps ${its}; it must be ${one.effectiveFrom} or earlier`];
  }
  const ended = one.effectiveUntil === null || one.effectiveUntil <= next.effectiveFrom;
  return ended ? [] : [`effectiveFrom: overlaps ${its} until ${one.effectiveUntil}`];
}
