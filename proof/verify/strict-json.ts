/**
 * Reads compact JSON. Undefined where the text has spaces, repeated names or numbers spelled another way: two readers
 * could then see two different things.
 */
export function readStrictJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
