// What a security key answers (W3C Web Authentication, level 3: 7.1 and 7.2), for keys that sign ES256.
import { isUtf8 } from 'node:buffer';
import { createPublicKey, hash, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';

/** 256 bits; the specification asks for sixteen bytes at least (13.4.3). */
export const CHALLENGE_BYTES = 32;

/** What the station asked for. */
export interface AskedKey {
  /** Name under which keys know this program. */
  readonly host: string;
  /** Base64url. */
  readonly challenge: string;
}

/** Bytes of a key that was made, base64url. */
export interface MadeKey {
  readonly clientData: string;
  readonly authenticatorData: string;
}

/** Bytes of a touch, base64url. */
export interface Touch extends MadeKey {
  readonly credential: string;
  readonly signature: string;
}

export interface KnownKey {
  /** Base64url of its SPKI. */
  readonly publicKey: string;
  /** How often it signed, as it counts; zero where it does not count. */
  readonly signCount: number;
}

export interface NewKey extends KnownKey {
  /** By which the key finds what it signs with; base64url. */
  readonly credential: string;
}

/** Flags of authenticator data (6.1). */
const TOUCHED = 0x01;
/** Its private half may lie in more than one place: no key that somebody holds in their hand. */
const COPIED_ELSEWHERE = 0x08;
const HOLDS_CREDENTIAL = 0x40;
const HOLDS_EXTENSIONS = 0x80;

/** Others may come with it, and are passed over (5.8.1). */
const clientText = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
});

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

/** Whether the page that spoke to the key was ours, and asked for what the station asked for. */
function isOurs(
  clientData: Uint8Array,
  type: 'webauthn.create' | 'webauthn.get',
  { host, challenge }: AskedKey,
): boolean {
  const read = clientText.safeParse(readJson(clientData));
  if (!read.success) return false;
  const { data } = read;
  const asked = data.type === type && data.challenge === challenge;
  return asked && data.origin === `https://${host}` && data.crossOrigin !== true;
}

interface AuthenticatorData {
  readonly flags: number;
  readonly signCount: number;
  /** Credential and extensions. */
  readonly rest: Buffer;
}

/** Null where it is of another program's name, or nobody touched the key. */
function readAuthenticatorData(given: Uint8Array, { host }: AskedKey): AuthenticatorData | null {
  const bytes = Buffer.from(given);
  if (bytes.length < 37) return null;
  const [name, flags] = [bytes.subarray(0, 32), bytes.readUInt8(32)];
  if (!timingSafeEqual(name, hash('sha256', host, 'buffer')) || (flags & TOUCHED) === 0) return null;
  return { flags, signCount: bytes.readUInt32BE(33), rest: bytes.subarray(37) };
}

/** A P-256 key that signs ES256, as CTAP2 spells it (RFC 9052, 7; RFC 9053, 7.1.1): all but its two coordinates. */
const COSE = { before: Buffer.from('a5010203262001215820', 'hex'), between: Buffer.from('225820', 'hex') } as const;
/** SPKI of a point on P-256, up to the point (RFC 5480). */
const SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex');
const COORDINATE = 32;
const COSE_LENGTH = COSE.before.length + COSE.between.length + 2 * COORDINATE;

/** SPKI of a COSE key; null where it is of another kind, or no point of the curve. */
function spkiOf(cose: Buffer): Buffer | null {
  const second = COSE.before.length + COORDINATE;
  if (!cose.subarray(0, COSE.before.length).equals(COSE.before)) return null;
  if (!cose.subarray(second, second + COSE.between.length).equals(COSE.between)) return null;
  const [x, y] = [cose.subarray(COSE.before.length, second), cose.subarray(second + COSE.between.length, COSE_LENGTH)];
  const spki = Buffer.concat([SPKI, x, y]);
  return publicKeyOf(spki) === null ? null : spki;
}

function publicKeyOf(spki: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** Sixteen bytes name the model; none asks for it. */
const MODEL = 16;

/** Sixteen bytes at least (4, credential id), 1,023 at most (5.8.3), and nothing that could be read: the store asks the same. */
function isId(id: Buffer): boolean {
  return id.length >= 16 && id.length <= 1_023 && !isUtf8(id);
}

/** Id and SPKI out of the data of a new key (6.5.1); extensions behind them only where their flag says so. */
function readCredential({ flags, rest }: AuthenticatorData): { readonly id: Buffer; readonly spki: Buffer } | null {
  if ((flags & HOLDS_CREDENTIAL) === 0 || rest.length < MODEL + 2) return null;
  const length = rest.readUInt16BE(MODEL);
  const [id, cose] = [rest.subarray(MODEL + 2, MODEL + 2 + length), rest.subarray(MODEL + 2 + length)];
  const ends = (flags & HOLDS_EXTENSIONS) === 0 ? cose.length === COSE_LENGTH : cose.length > COSE_LENGTH;
  const spki = ends && id.length === length && isId(id) ? spkiOf(cose) : null;
  return spki === null ? null : { id, spki };
}

const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array();

/**
 * A key that was made for us, at this challenge. Null where it was not, was not touched, signs otherwise than ES256, or
 * may be copied. Who built it is not asked (`attestation: none`).
 */
export function readMadeKey(made: MadeKey, asked: AskedKey): NewKey | null {
  if (!isOurs(bytesOf(made.clientData), 'webauthn.create', asked)) return null;
  const data = readAuthenticatorData(bytesOf(made.authenticatorData), asked);
  if (data === null || (data.flags & COPIED_ELSEWHERE) !== 0) return null;
  const found = readCredential(data);
  if (found === null) return null;
  return { credential: toBase64url(found.id), publicKey: toBase64url(found.spki), signCount: data.signCount };
}

/** `went-back`: the signature is right, and the key counted to this before; another like it is about (6.1.1). */
export type TouchVerdict =
  { readonly kind: 'right' | 'went-back'; readonly signCount: number } | { readonly kind: 'wrong' };

/** Whether this key signed this challenge for us, touched by somebody, and counted on since. */
export function judgeTouch(touch: Touch, asked: AskedKey, key: KnownKey): TouchVerdict {
  const clientData = bytesOf(touch.clientData);
  const authenticatorData = bytesOf(touch.authenticatorData);
  const publicKey = publicKeyOf(bytesOf(key.publicKey));
  const data = readAuthenticatorData(authenticatorData, asked);
  if (publicKey === null || data === null || !isOurs(clientData, 'webauthn.get', asked)) return { kind: 'wrong' };
  const signed = Buffer.concat([authenticatorData, hash('sha256', clientData, 'buffer')]);
  if (!verify('sha256', signed, publicKey, bytesOf(touch.signature))) return { kind: 'wrong' };
  const counts = data.signCount > 0 || key.signCount > 0;
  const kind = counts && data.signCount <= key.signCount ? 'went-back' : 'right';
  return { kind, signCount: data.signCount };
}
