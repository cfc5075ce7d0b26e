import { codeOf, stepAt } from '../../services/keys/totp.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The secret as a phone reads it: five bits a letter, spaces aside. */
function bytesOf(base32: string): Uint8Array {
  const bits = Array.from(base32.replaceAll(' ', ''), (letter) =>
    BASE32.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** What an authenticator app shows for a secret at a moment. */
export function phoneShows(secret: string, now: Date, steps = 0): string {
  return codeOf(bytesOf(secret), stepAt(now) + steps);
}
