import { hash } from 'node:crypto';
import { jcs } from './jcs.ts';

/** 256 bits, so that no name or birth date can be guessed from its digest. */
export const SALT_BYTES = 32;

/**
 * One disclosure of SD-JWT (RFC 9901 section 4.2): base64url of the canonical JSON `[salt, name, value]`.
 * @param salt `SALT_BYTES` random bytes, never used twice
 */
export function makeDisclosure(name: string, value: unknown, salt: Uint8Array): string {
  const text = Buffer.from(salt).toString('base64url');
  return Buffer.from(jcs([text, name, value]), 'utf8').toString('base64url');
}

/** What stands in `_sd`: base64url of the SHA-256 of the disclosure's own characters. */
export function digestDisclosure(text: string): string {
  return hash('sha256', text, 'base64url');
}

/** The value that a disclosure tells; undefined where it cannot be read. */
export function disclosedValue(text: string): unknown {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts[2] : undefined;
  } catch {
    return undefined;
  }
}
