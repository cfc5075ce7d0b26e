import { setImmediate } from 'node:timers/promises';

/** So many at a time keep nobody waiting. */
const A_TURN = 500;

/** Works through a long list in turns; between two of them the station answers whoever asks. In the order of the list. */
export async function inTurns<K, T>(
  list: readonly K[],
  work: (some: readonly K[]) => readonly T[] | Promise<readonly T[]>,
): Promise<readonly T[]> {
  const worked: T[] = [];
  for (let at = 0; at < list.length; at += A_TURN) {
    worked.push(...(await work(list.slice(at, at + A_TURN))));
    await setImmediate();
  }
  return worked;
}
