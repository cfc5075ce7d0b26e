import { verify, type KeyObject } from 'node:crypto';

/** True for a public key on P-256 and for no other. */
export function isP256(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

/** ES256 (RFC 7518 3.4): r and s, 32 bytes each, over SHA-256. */
export function verifyEs256(signed: string, signature: Uint8Array, key: KeyObject): boolean {
  if (signature.length !== 64 || !isP256(key)) return false;
  return verify('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, signature);
}
