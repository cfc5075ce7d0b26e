/** An entry made so much later than what it tells counts as late (M20). */
const LATE_MS = 60 * 60_000;

/** An hour or more between what happened, as told, and its entry. */
export function isLateEntry(at: string, enteredAt: string): boolean {
  return Date.parse(enteredAt) - Date.parse(at) >= LATE_MS;
}
