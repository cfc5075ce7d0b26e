import { hash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** Hash of a leaf's bytes (RFC 9162 section 2.1.1): SHA-256 after a zero byte. */
export function leafHash(leaf: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, leaf]), 'buffer');
}

/**
 * SHA-256, one letter a byte. Making a Buffer for a hash costs more than the hash itself: whoever makes millions and
 * only compares them keeps letters.
 */
export function hashLetters(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'binary');
}

/** Hash of two subtrees, the left one first: SHA-256 after a byte of one. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}
