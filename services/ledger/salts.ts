type Random = (size: number) => Uint8Array;

/** Random bytes asked for at once: each asking of the system costs as much as some kilobytes. */
const AHEAD = 4_096;

/** Bytes drawn ahead, and how many of them were handed out. */
interface Drawn {
  readonly bytes: Uint8Array;
  used: number;
}

const drawn = new WeakMap<Random, Drawn>();

function enough(random: Random, size: number): Drawn {
  const before = drawn.get(random);
  if (before !== undefined && before.used + size <= before.bytes.length) return before;
  const fresh: Drawn = { bytes: Uint8Array.from(random(Math.max(AHEAD, size))), used: 0 };
  drawn.set(random, fresh);
  return fresh;
}

/** Random bytes for salts, drawn ahead from `random`; none is handed out twice, and none is kept once it was. */
export function salts(random: Random, size: number): Uint8Array {
  const from = enough(random, size);
  const taken = from.bytes.slice(from.used, from.used + size);
  from.bytes.fill(0, from.used, from.used + size);
  from.used += size;
  return taken;
}
