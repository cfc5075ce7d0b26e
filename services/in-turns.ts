import { setImmediate } from 'node:timers/promises';

/** So many at a time keep nobody waiting. */
const A_TURN = 500;

/**
 * Works through a long list in turns; between two of them the station answers whoever asks. In the order of the list.
 * @param atOnce how many of the list are a turn
 */
export async function inTurns<K, T>(
  list: readonly K[],
  work: (some: readonly K[]) => readonly T[] | Promise<readonly T[]>,
  atOnce = A_TURN,
): Promise<readonly T[]> {
  const worked: T[] = [];
  for (let at = 0; at < list.length; at += atOnce) {
    worked.push(...(await work(list.slice(at, at + atOnce))));
    await setImmediate();
  }
  return worked;
}
