import { createHash } from 'node:crypto';

/** Draws by a rule: the same seed gives the same choices on every machine. */
export interface Draw {
  /** A whole number from 0 up to and without `end`. */
  below(end: number): number;
  of<T>(choices: readonly T[]): T;
}

export function drawFrom(seed: string): Draw {
  let at = 0;
  function below(end: number): number {
    at += 1;
    const bytes = createHash('sha256')
      .update(`${seed} ${String(at)}`)
      .digest();
    return bytes.readUIntBE(0, 6) % end;
  }
  function of<T>(choices: readonly T[]): T {
    const chosen = choices[below(choices.length)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  }
  return { below, of };
}
