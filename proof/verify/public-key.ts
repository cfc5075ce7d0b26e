import { toBase64url } from '../base64.ts';
import { concat, fromHex, hexOf, isSameHash, utf8 } from '../bytes.ts';
import { INTEGER, only, SEQUENCE } from '../der.ts';
import { KEY_ID_BYTES, signaturesBy, type Note } from '../note-text.ts';
import { sha256 } from './digest.ts';

/** A public key on P-256. */
export interface PublicKey {
  /** SubjectPublicKeyInfo in DER (RFC 5480). */
  readonly spki: Uint8Array;
}

/** What stands before the point in the one spelling of such a key: id-ecPublicKey, prime256v1, no compression. */
const BEFORE_POINT = fromHex('3059301306072a8648ce3d020106082a8648ce3d03010703420004');
const COORDINATE = 32;
const SIGNATURE = 2 * COORDINATE;

/** The key of a SubjectPublicKeyInfo; undefined for one on another curve, or spelled in another way. */
export function p256Key(spki: Uint8Array): PublicKey | undefined {
  const before = spki.subarray(0, BEFORE_POINT.length);
  const fits = spki.length === BEFORE_POINT.length + 2 * COORDINATE && isSameHash(before, BEFORE_POINT);
  return fits ? { spki } : undefined;
}

/** RFC 7638 thumbprint: SHA-256 over the required members in order, base64url. */
export async function thumbprint({ spki }: PublicKey): Promise<string> {
  const point = spki.subarray(BEFORE_POINT.length);
  const [x, y] = [point.subarray(0, COORDINATE), point.subarray(COORDINATE)].map(toBase64url);
  return toBase64url(await sha256(utf8(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))));
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** ES256 (RFC 7518 3.4): r and s, 32 bytes each, over SHA-256. False too for a point that is not on the curve. */
export async function verifyEs256(signed: Uint8Array, signature: Uint8Array, { spki }: PublicKey): Promise<boolean> {
  if (signature.length !== SIGNATURE) return false;
  try {
    const key = await crypto.subtle.importKey('spki', new Uint8Array(spki), ECDSA, false, ['verify']);
    return await crypto.subtle.verify(ECDSA, key, new Uint8Array(signature), new Uint8Array(signed));
  } catch {
    return false;
  }
}

/** A number of DER as so many bytes; undefined where it is negative, too long, or spelled with a byte too many. */
function coordinate(body: Uint8Array, size: number): Uint8Array | undefined {
  const hex = hexOf(body);
  // The first bit is the sign; a byte of zero stands before a number that would seem negative, and before no other.
  const positive = /^([0-7]|00[89a-f])/.test(hex) && !/^00[0-7]./.test(hex);
  const digits = hex.length > 2 ? hex.replace(/^00/, '') : hex;
  return positive && digits.length <= 2 * size ? fromHex(digits.padStart(2 * size, '0')) : undefined;
}

/** r and s of an ECDSA signature in DER, each of so many bytes; undefined where it is not in its one spelling. */
export function rawSignature(signature: Uint8Array, size: number): Uint8Array | undefined {
  const numbers = only(signature, SEQUENCE);
  const [r, s] = numbers.map(({ tag, body }) => (tag === INTEGER ? coordinate(body, size) : undefined));
  return numbers.length !== 2 || r === undefined || s === undefined ? undefined : concat(r, s);
}

/** ECDSA over SHA-256, the signature in DER. */
export async function verifyDer(signed: Uint8Array, signature: Uint8Array, key: PublicKey): Promise<boolean> {
  try {
    const raw = rawSignature(signature, COORDINATE);
    return raw !== undefined && (await verifyEs256(signed, raw, key));
  } catch {
    return false;
  }
}

/** Whether this key, under this name, signed the note. Other signatures are passed over, a wrong one of its own is not. */
export async function isNoteOf(note: Note, name: string, key: PublicKey): Promise<boolean> {
  const keyId = (await sha256(key.spki)).subarray(0, KEY_ID_BYTES);
  const own = signaturesBy(note, name, keyId);
  const good = await Promise.all(own.map((signature) => verifyDer(utf8(note.text), signature, key)));
  return good.length > 0 && good.every((one) => one);
}
