import { fromLetters, lettersOf } from './bytes.ts';

/** Standard base64 with its padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(lettersOf(bytes));
}

/** Bytes of standard base64 in its one spelling; undefined for any other. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = fromLetters(atob(text));
  return toBase64(bytes) === text ? bytes : undefined;
}

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads only the one spelling that `toBase64url` writes; undefined for any other, stray last bits included. */
export function fromBase64url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  return text.length % 4 === 1 ? undefined : fromBase64(standard.padEnd(Math.ceil(text.length / 4) * 4, '='));
}
