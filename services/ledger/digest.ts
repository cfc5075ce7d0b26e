import { createHash } from 'node:crypto';
import { jcs } from './jcs.ts';

/** SHA-256 of a value's canonical JSON (RFC 8785), hex. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(jcs(value), 'utf8').digest('hex');
}

/** SHA-256 of a text as UTF-8, hex. */
export function digestOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
