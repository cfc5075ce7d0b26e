import { createHmac, timingSafeEqual } from 'node:crypto';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { normaliseTyped } from './recovery-key.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const COUNT = 10;
/** 50 random bits each. */
const LETTERS = 10;

/** Ten codes for the day on which the phone is lost, as they are printed: `7K2QX-M04TB`. */
export function makeRecoveryCodes(random: (size: number) => Uint8Array): readonly string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = Array.from(random(LETTERS), (byte) => ALPHABET.charAt(byte & 31)).join('');
    return `${letters.slice(0, LETTERS / 2)}-${letters.slice(LETTERS / 2)}`;
  });
}

/** All that is kept of a code; it rests beside the salt under the station's box key. Base64url. */
export function digestOfCode(code: string, salt: Uint8Array): string {
  return toBase64url(createHmac('sha256', salt).update(normaliseTyped(code)).digest());
}

/** Whether it looks like one of these codes and not like six digits of a phone. */
export function isRecoveryCode(typed: string): boolean {
  return normaliseTyped(typed).length === LETTERS;
}

/** Place of a typed code in the list; null where it is not in it. */
export function placeOfCode(typed: string, digests: readonly string[], salt: Uint8Array): number | null {
  const digest = Buffer.from(digestOfCode(typed, salt), 'base64url');
  const fitting = digests.map((known) => {
    const bytes = fromBase64url(known);
    return bytes?.length === digest.length && timingSafeEqual(bytes, digest);
  });
  const place = fitting.indexOf(true);
  return place < 0 ? null : place;
}
