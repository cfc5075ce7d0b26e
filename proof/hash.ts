import { hash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** Hash of a leaf's bytes (RFC 9162 section 2.1.1): SHA-256 after a zero byte. */
export function leafHash(leaf: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, leaf]), 'buffer');
}

/** The same of bytes that the zero byte stands before already. */
export function hashOfPrefixed(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** Hash of two subtrees, the left one first: SHA-256 after a byte of one. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}
