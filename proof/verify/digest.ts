import { concat } from '../bytes.ts';

/** SHA-256 by the cryptography of the browser, or of Node: both speak WebCrypto. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of a leaf's bytes (RFC 9162 section 2.1.1): SHA-256 after a zero byte. */
export function leafHash(leaf: Uint8Array): Promise<Uint8Array> {
  return sha256(concat(LEAF, leaf));
}

/** Hash of two subtrees, the left one first: SHA-256 after a byte of one. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return sha256(concat(NODE, left, right));
}
