const DAY_MS = 24 * 3_600_000;

/** Whole days from a moment; none where the clock stands before it. */
export function daysSince(at: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / DAY_MS));
}
