import { scrypt } from 'node:crypto';

/** RFC 7914 cost: about 128 MB and a quarter of a second on a station's computer. */
export const SCRYPT_COST = { N: 131_072, r: 8, p: 1 } as const;
export const SALT_BYTES = 32;
const MEMORY_LIMIT = 268_435_456;

/** NFKC, so that one passphrase typed on two keyboards is one passphrase (NIST SP 800-63B 3.1.1.2). */
function bytesOf(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFKC'));
}

/** Stretches a passphrase into 32 bytes, off the main thread. */
export function stretch(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(bytesOf(passphrase), salt, 32, { ...SCRYPT_COST, maxmem: MEMORY_LIMIT }, (fault, key) => {
      if (fault === null) resolve(new Uint8Array(key));
      else reject(fault);
    });
  });
}
