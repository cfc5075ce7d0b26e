/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** Whether these bytes can be a hash at all. */
export function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}

/** Same length, same bytes. */
export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** One behind the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Lower case, two digits a byte. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes of hex digits, two each. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: Math.floor(hex.length / 2) }, (_, at) =>
    parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );
}

const AT_ONCE = 8_192;

/** One letter a byte, so that places in the text are places in the bytes. */
export function lettersOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  return parts.join('');
}

/** Undoes `lettersOf`. */
export function fromLetters(letters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: letters.length }, (_, at) => letters.charCodeAt(at));
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Text of bytes; what is no UTF-8 becomes the sign that stands for it. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Place of the first byte that differs; the length of the shorter where one begins the other. */
export function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at === -1 ? Math.min(one.length, other.length) : at;
}
