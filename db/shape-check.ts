// Shapes of values that nobody types: ids, times, digests, proofs, sealed bytes. A text of somebody's own has none of
// them, so it cannot rest there, whatever the screen would make of it.
import { isUtf8 } from 'node:buffer';
import { hash, X509Certificate } from 'node:crypto';
import { isId, isRecord } from '../policy/gate/shapes.ts';
import { isDate, isTime } from '../policy/gate/times.ts';
import { loadPack } from '../policy/packs/load-pack.ts';
import type { ScreenCategory } from '../policy/screen/verdict.ts';
import { readDisclosure } from './disclosure-guard.ts';
import type { Guards } from './guards.ts';
import { fromJson } from './json-guard.ts';
import type { Check, Stored } from './mark-check.ts';
import { isKept } from './security-key/credential.ts';

const NONE: ReadonlySet<ScreenCategory> = new Set();

/** A text that is of this shape from end to end. */
function shaped(shape: RegExp): Check {
  return (value) => typeof value === 'string' && shape.test(value);
}

/** A number. */
export function figure(value: Stored): boolean {
  return typeof value === 'number';
}

/** A UUID. */
export function id(value: Stored): boolean {
  return isId(value);
}

/** An ISO time with an offset. */
export function moment(value: Stored): boolean {
  return typeof value === 'string' && isTime(value);
}

/** A day that exists. */
export function day(value: Stored): boolean {
  return typeof value === 'string' && isDate(value);
}

/** SHA-256 in hex. */
export const digest = shaped(/^[\da-f]{64}$/);

/** A number that the station gave, as the table of reservations spells it. */
export const given = shaped(/^(?:[A-Z]{1,4}-)?\d{4}-\d{4,7}$/);

/** Nine capitals and digits (NCIC); the screen reads them as well. */
export function ori(value: Stored, _row: readonly unknown[], guards: Guards): boolean {
  return typeof value === 'string' && /^[A-Z\d]{9}$/.test(value) && !guards.blocks(value, 'code', NONE);
}

/** Name of a log, with the ORI in it and a random part at its end. */
export const logOrigin = shaped(/^sallyport\.invalid\/[a-z\d]{9}\/booking-log\/[\da-f]{16}$/);

/** SHA-256 in colon pairs, as openssl prints it. */
export const fingerprint = shaped(/^[\dA-F]{2}(?::[\dA-F]{2}){31}$/);

/** Base64url of 12 bytes. */
export const nonce = shaped(/^[\w-]{16}$/);

/** What a security key finds its signing key by, in base64url, with its digest behind it. */
export function credential(value: Stored): boolean {
  return typeof value === 'string' && isKept(value);
}

/** Base64url of the SPKI of a point on P-256, by whose head each is known. */
export const pointOfKey = shaped(/^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE[\w-]{86}$/);

/** A salted proof of a passphrase in the one spelling that sign-in reads. */
export const verifier = shaped(/^\$scrypt\$ln=\d{1,2},r=\d{1,2},p=\d{1,2}\$[\w-]{43}\$[\w-]{43}$/);

const PEM =
  /^-----BEGIN CERTIFICATE-----\n(?:[A-Za-z\d+/]{64}\n)*[A-Za-z\d+/]{1,64}={0,2}\n-----END CERTIFICATE-----\n$/;

/** A certificate and nothing around it; its fingerprint stands second in the row. */
export function certificate(value: Stored, row: readonly unknown[]): boolean {
  if (typeof value !== 'string' || !PEM.test(value)) return false;
  try {
    return new X509Certificate(value).fingerprint256 === row[1];
  } catch {
    return false;
  }
}

/** RFC 7638 thumbprint. */
export const kid = shaped(/^[\w-]{43}$/);

const ONE = /-----BEGIN CERTIFICATE-----\n[^-]*-----END CERTIFICATE-----\n/g;

function isCertificate(pem: string): boolean {
  try {
    return PEM.test(pem) && new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** Certificates one behind the other and nothing around them; their digest stands third in the row. */
export function chain(value: Stored, row: readonly unknown[]): boolean {
  if (typeof value !== 'string') return false;
  const all = value.match(ONE) ?? [];
  return all.join('') === value && all.length > 1 && all.every(isCertificate) && hash('sha256', value) === row[2];
}

/** What the header of a signature under an adoption says, and no more. */
const HEADER: Readonly<Record<string, RegExp>> = {
  alg: /^ES256$/,
  kid: /^[\w-]{43}$/,
  typ: /^policy-adoption\+jws$/,
};

/** `header..signature`, ES256: a detached signature under an adoption (RFC 7515, appendix F). */
export function signature(value: Stored): boolean {
  const found = typeof value === 'string' ? /^([\w-]+)\.\.[\w-]{86}$/.exec(value) : null;
  const header = fromJson(Buffer.from(found?.[1] ?? '', 'base64url').toString('utf8'))?.value;
  if (!isRecord(header) || Object.keys(header).length !== Object.keys(HEADER).length) return false;
  return Object.entries(HEADER).every(([name, shape]) => {
    const part = header[name];
    return typeof part === 'string' && shape.test(part);
  });
}

/** A policy pack word for word; its id and version stand third and fourth in the row. */
export function packBody(value: Stored, row: readonly unknown[]): boolean {
  const read = typeof value === 'string' ? fromJson(value) : null;
  const loaded = read === null ? null : loadPack(read.value);
  return loaded?.ok === true && loaded.pack.id === row[2] && loaded.pack.version === row[3];
}

/** Where each part of a sealed status stands in its row. */
const STATUS_PARTS: readonly (readonly [name: string, place: number])[] = [
  ['bookingId', 2],
  ['determinationId', 3],
  ['value', 4],
];

/** What the entry of a status commits to: the very value beside it, of the same booking and ground, and nothing else. */
export function sealedText(value: Stored, row: readonly unknown[]): boolean {
  const told = typeof value === 'string' && /^[\w-]+$/.test(value) ? readDisclosure(value) : null;
  if (told?.name !== 'status' || !isRecord(told.value) || !('value' in told.value)) return false;
  return Object.entries(told.value).every(([name, part]) =>
    STATUS_PARTS.some(([known, place]) => known === name && part === row[place]),
  );
}

/** Bytes that are no text in a common writing: UTF-8 reads UTF-16 of our letters as well. */
export function sealedBytes(value: Stored): boolean {
  return Buffer.isBuffer(value) && !isUtf8(value);
}
