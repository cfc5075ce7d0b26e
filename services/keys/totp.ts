import { createHmac, timingSafeEqual } from 'node:crypto';

/** A code holds for so long, in seconds (RFC 6238, 4.1). */
const STEP_SECONDS = 30;
/** 160 bits, as RFC 4226 (4, R6) recommends. */
export const SECRET_BYTES = 20;
const DIGITS = 6;
/** Codes of one step before and after count as well: a phone's clock and a station's differ (RFC 6238, 5.2). */
const DRIFT_STEPS = 1;

type Algorithm = 'sha1' | 'sha256' | 'sha512';

/** RFC 4226: the code of a counter. Authenticator apps read SHA-1 and six digits; the others are in the RFC's examples. */
export function codeOf(
  secret: Uint8Array,
  counter: number,
  { digits = DIGITS, algorithm = 'sha1' }: { readonly digits?: number; readonly algorithm?: Algorithm } = {},
): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac(algorithm, secret).update(moving).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step that a moment lies in. */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / STEP_SECONDS);
}

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The step whose code this is, of those that count now; null where it is of none. Spaces in it do not matter. */
export function stepOfCode(secret: Uint8Array, typed: string, now: Date): number | null {
  const code = typed.replaceAll(/\s/g, '');
  const steps = Array.from({ length: 2 * DRIFT_STEPS + 1 }, (_, at) => stepAt(now) + at - DRIFT_STEPS);
  // Every one is compared: how long it takes tells nothing.
  const fitting = steps.filter((step) => same(codeOf(secret, step), code));
  return fitting[0] ?? null;
}

// RFC 4648, 6.
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 without padding, as authenticator apps take it. */
export function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}

/** What the square says to an authenticator app: whose secret it is, and where it is used. */
export function authenticatorUri(secret: Uint8Array, who: { readonly station: string; readonly name: string }): string {
  const label = `${encodeURIComponent(who.station)}:${encodeURIComponent(who.name)}`;
  const issuer = encodeURIComponent(who.station);
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`;
}
