import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** RFC 7638 thumbprint of a P-256 public key: SHA-256 over its required members in order, base64url. */
export function thumbprint(publicKey: KeyObject): string {
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

/** The same of a private key's own public key. */
export function thumbprintOfPrivate(key: KeyObject): string {
  return thumbprint(createPublicKey(key));
}
