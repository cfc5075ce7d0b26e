import { createCipheriv, createDecipheriv } from 'node:crypto';
import { joinedAndWiped, wipe } from './wipe.ts';

const ALGORITHM = 'aes-256-gcm';
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Sealing {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 12 bytes, never used twice with one key. */
  readonly nonce: Uint8Array;
  /** Bound to the bytes, not stored in them: opens only where the same context is given. */
  readonly context: string;
}

/** AES-256-GCM (NIST SP 800-38D); answers the encrypted bytes with their 16-byte tag behind them. */
export function seal(plain: Uint8Array, sealing: Sealing): Uint8Array {
  const cipher = createCipheriv(ALGORITHM, sealing.key, sealing.nonce);
  cipher.setAAD(Buffer.from(sealing.context));
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

/** Undefined where key, context or bytes are not those of the sealing. */
export function unseal(sealed: Uint8Array, sealing: Sealing): Uint8Array | undefined {
  if (sealed.length < TAG_BYTES || sealing.nonce.length !== NONCE_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, sealing.key, sealing.nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(sealing.context));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    return joinedAndWiped([plain, decipher.final()]);
  } catch {
    wipe(plain);
    return undefined;
  }
}
