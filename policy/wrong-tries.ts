// CJIS Security Policy AC-7: five wrong tries within a quarter of an hour close an account until it is released.

const LIMIT = 5;
const WINDOW_MS = 15 * 60_000;
/** However far apart, so that a clock set forward after every fourth try gains nothing. */
const LIMIT_EVER = 20;

/**
 * Whether these tries close an account. A clock that was set back makes none of them older.
 * @param moments of wrong tries since the last right one, in milliseconds, in the order in which they happened
 */
export function closesAccount(moments: readonly number[]): boolean {
  if (moments.length >= LIMIT_EVER) return true;
  return moments.some((last, at) => at >= LIMIT - 1 && last - (moments[at - LIMIT + 1] ?? last) < WINDOW_MS);
}

/** How many wrong tries more an account takes at this moment. */
export function triesLeft(moments: readonly number[], now: number): number {
  if (closesAccount(moments)) return 0;
  return LIMIT - moments.filter((moment) => now - moment < WINDOW_MS).length;
}
