/** Numbers that look random and are the same for the same seed (mulberry32, public domain). */
export interface Seeded {
  /** From 0 up to, and without, `below`. */
  whole(below: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  const pick = <T>([first, ...rest]: readonly [T, ...T[]]): T => {
    const at = whole(rest.length + 1);
    return at === 0 ? first : (rest[at - 1] ?? first);
  };
  return { whole, pick };
}
