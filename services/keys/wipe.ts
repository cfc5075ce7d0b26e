/** Fills bytes of keys and secrets with zeros once nobody needs them: what the engine moved or made text of, it cannot reach. */
export function wipe(...all: readonly (Uint8Array | undefined)[]): void {
  for (const bytes of all) bytes?.fill(0);
}

/** Does something with secret bytes, and wipes them after it, whatever comes of it. */
export async function thenWiped<B extends Uint8Array, T>(secret: B, work: (secret: B) => Promise<T> | T): Promise<T> {
  try {
    return await work(secret);
  } finally {
    wipe(secret);
  }
}

/** One piece of bytes of its own, and nothing left of the pieces. */
export function joinedAndWiped(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  wipe(...parts);
  return whole;
}
