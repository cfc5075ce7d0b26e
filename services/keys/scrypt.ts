import { scrypt } from 'node:crypto';
import { joinedAndWiped, wipe } from './wipe.ts';

/** RFC 7914 cost as a power of two: 17 is about 128 MB and a quarter of a second on a station's computer. */
export const SCRYPT_LN = 17;
/** Costs that are read at all: what a machine can bear, and what is worth the name. */
const READABLE_LN = { least: 10, most: 20 } as const;
export const BLOCK = { r: 8, p: 1 } as const;
export const SALT_BYTES = 32;
const MEMORY_PER_STEP = 2 * 128 * BLOCK.r;

/** With which bytes and at which cost a passphrase is stretched; the cost is kept beside what it made. */
export interface Stretching {
  readonly random: (size: number) => Uint8Array;
  /** Logarithm of the cost, base 2; that of a station where it is left out. */
  readonly scryptLn?: number | undefined;
}

/** NFKC, so that one passphrase typed on two keyboards is one passphrase (NIST SP 800-63B 3.1.1.2). */
function bytesOf(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFKC'));
}

/** Whether a cost that stands in a record is read: a whole number between the two bounds. */
export function isReadableLn(ln: number): boolean {
  return Number.isInteger(ln) && ln >= READABLE_LN.least && ln <= READABLE_LN.most;
}

/** Stretches a passphrase into 32 bytes, off the main thread. */
export function stretch(passphrase: string, salt: Uint8Array, ln: number): Promise<Uint8Array> {
  const cost = { N: 2 ** ln, ...BLOCK, maxmem: 2 ** ln * MEMORY_PER_STEP };
  const typed = bytesOf(passphrase);
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, 32, cost, (fault, key) => {
      wipe(typed);
      if (fault === null) resolve(joinedAndWiped([key]));
      else reject(fault);
    });
  });
}
