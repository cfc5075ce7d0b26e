import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';

const digestOf = (credential: string): string =>
  hash('sha256', Buffer.from(credential, 'base64url'), 'buffer').toString('base64url');

/** As the store keeps what a security key finds its signing key by: the base64url of it, and of its SHA-256. */
export function withDigest(credential: string): string {
  return `${credential}.${digestOf(credential)}`;
}

/** The base64url alone. */
export function withoutDigest(stored: string): string {
  return stored.split('.')[0] ?? '';
}

/** Sixteen bytes to 1,023, in which no words are, and behind them their digest, which nobody types. */
export function isKept(stored: string): boolean {
  const credential = withoutDigest(stored);
  const bytes = Buffer.from(credential, 'base64url');
  if (!/^[\w-]{22,1364}$/.test(credential) || bytes.toString('base64url') !== credential) return false;
  return stored === withDigest(credential) && !isUtf8(bytes);
}
