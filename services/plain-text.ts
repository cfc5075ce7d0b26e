/** Text ends at this character for the system's own calls and for half of SQLite's functions; no keyboard types it. */
const NUL = '\u0000';

/** The keys that lead to a text with a NUL in it, or to a key with one; null where there is none. */
export function placeOfNul(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return value.includes(NUL) ? path : null;
  return typeof value === 'object' && value !== null ? placeWithin(value, path) : null;
}

function placeWithin(value: object, path: readonly string[]): readonly string[] | null {
  for (const [key, inner] of Object.entries(value)) {
    const found = key.includes(NUL) ? path : placeOfNul(inner, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}
