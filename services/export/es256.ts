import { sign, type KeyObject } from 'node:crypto';

/** Bytes of each of the two numbers of a signature. */
const NUMBER = 32;

/**
 * Signature of JWS' ES256 (RFC 7518 section 3.4): two numbers of 32 bytes. Node writes them so itself where it is asked
 * to, but Node 24 takes twice as long as for the DER that it writes unasked; Electron takes as long for either.
 * @param key private, P-256
 */
export function signEs256(bytes: Uint8Array, key: KeyObject): Buffer {
  const der = sign('sha256', bytes, key);
  const signature = Buffer.alloc(2 * NUMBER);
  let length = 3;
  for (const end of [NUMBER, 2 * NUMBER]) {
    const behind = length + 1 + (der[length] ?? 0);
    // DER leaves zeros at the front out, and puts one before a number that would be read as negative.
    const kept = Math.min(NUMBER, behind - length - 1);
    der.copy(signature, end - kept, behind - kept, behind);
    length = behind + 1;
  }
  return signature;
}
