import { hexOf, isSameHash, lettersOf } from '../bytes.ts';
import { BIT_STRING, BOOLEAN, elementsOf, IDENTIFIER, NotDer, OCTETS, only, SEQUENCE, type Element } from '../der.ts';
import { sha256 } from './digest.ts';
import { isSignedWith } from './issuer-key.ts';
import { p256Key, type PublicKey } from './public-key.ts';

/** A certificate (RFC 5280 4.1), as far as a record needs it. */
export interface Certificate {
  /** DER. */
  readonly raw: Uint8Array;
  /** SHA-256 of it in colon pairs, as openssl prints it. */
  readonly fingerprint: string;
  readonly digest: Uint8Array;
  /** DER of the number. */
  readonly serial: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
  /** Undefined where it is not on P-256. */
  readonly key: PublicKey | undefined;
  /** SubjectPublicKeyInfo in DER, of whatever kind. */
  readonly spki: Uint8Array;
  readonly extensions: readonly Extension[];
  /** What the issuer signed, and with what. */
  readonly toBeSigned: Uint8Array;
  readonly algorithm: Uint8Array;
  readonly signature: Uint8Array;
}

/** One extension (RFC 5280 4.2), its value as bytes. */
interface Extension {
  /** Body of the identifier's DER, hex. */
  readonly id: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

const MOMENT = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

function isTime({ tag }: Element): boolean {
  return tag === UTC_TIME || tag === GENERALIZED_TIME;
}

/** `YYMMDDHHMMSSZ` of this century or, from 50 on, the last; or with four digits of the year. */
export function momentOf(element: Element): number {
  const { tag, body } = element;
  if (!isTime(element)) throw new NotDer();
  const text = lettersOf(body);
  const century = Number(text.slice(0, 2)) < 50 ? '20' : '19';
  const full = tag === UTC_TIME ? `${century}${text}` : text;
  if (!MOMENT.test(full)) throw new NotDer();
  return Date.parse(full.replace(MOMENT, '$1-$2-$3T$4:$5:$6Z'));
}

function extensionOf(element: Element): Extension {
  const parts = elementsOf(element.body);
  const [id, flag] = parts;
  const value = parts.at(-1);
  if (element.tag !== SEQUENCE || id?.tag !== IDENTIFIER || value?.tag !== OCTETS) throw new NotDer();
  const critical = parts.length === 3 && flag?.tag === BOOLEAN;
  return { id: hexOf(id.body), critical, value: value.body };
}

/** Body of a BIT STRING of whole bytes. Throws for another element. */
export function bitsOf({ tag, body }: Element): Uint8Array {
  if (tag !== BIT_STRING || body[0] !== 0) throw new NotDer();
  return body.subarray(1);
}

/** Elements one behind the other, as many as are asked for; throws where there are fewer. */
function first<const N extends readonly string[]>(names: N, elements: readonly Element[]): Record<N[number], Element> {
  const found = Object.fromEntries(names.map((name, at) => [name, elements[at]]));
  const isWhole = (all: object): all is Record<N[number], Element> =>
    Object.values(all).every((one) => one !== undefined);
  if (!isWhole(found)) throw new NotDer();
  return found;
}

const PARTS = ['serial', 'algorithm', 'issuer', 'validity', 'subject', 'key'] as const;

/** Reads a certificate out of its DER. Throws where the bytes are none, or go on behind its end. */
export async function readCertificate(raw: Uint8Array): Promise<Certificate> {
  const outer = first(['toBeSigned', 'algorithm', 'signature'], only(raw, SEQUENCE));
  const inside = elementsOf(outer.toBeSigned.body);
  const parts = first(PARTS, inside[0]?.tag === VERSION ? inside.slice(1) : inside);
  const { from, to } = first(['from', 'to'], elementsOf(parts.validity.body));
  const extensions = inside.find(({ tag }) => tag === EXTENSIONS);
  if (!isSameHash(outer.algorithm.raw, parts.algorithm.raw)) throw new NotDer();
  const digest = await sha256(raw);
  return {
    raw,
    digest,
    fingerprint: hexOf(digest).toUpperCase().match(/../g)?.join(':') ?? '',
    serial: parts.serial.raw,
    issuer: parts.issuer.raw,
    subject: parts.subject.raw,
    validFrom: momentOf(from),
    validTo: momentOf(to),
    key: p256Key(parts.key.raw),
    spki: parts.key.raw,
    extensions: extensions === undefined ? [] : only(extensions.body, SEQUENCE).map(extensionOf),
    toBeSigned: outer.toBeSigned.raw,
    algorithm: outer.algorithm.raw,
    signature: bitsOf(outer.signature),
  };
}

const SUBJECT_KEY = '551d0e';
const AUTHORITY_KEY = '551d23';
const KEY_ID = 0x80;

/** Whether the one names the other's key as its issuer's, or names none (RFC 5280 4.2.1.1). */
function namesKeyOf(issued: Certificate, issuer: Certificate): boolean {
  const authority = issued.extensions.find(({ id }) => id === AUTHORITY_KEY)?.value;
  const keyId = authority === undefined ? undefined : only(authority, SEQUENCE).find(({ tag }) => tag === KEY_ID);
  const subject = issuer.extensions.find(({ id }) => id === SUBJECT_KEY)?.value;
  if (keyId === undefined || subject === undefined) return true;
  const [own] = elementsOf(subject);
  return own?.tag === OCTETS && isSameHash(own.body, keyId.body);
}

/** Whether the one certificate was issued and signed by the other. */
export async function isIssuedBy(issued: Certificate, issuer: Certificate): Promise<boolean> {
  if (!isSameHash(issued.issuer, issuer.subject) || !namesKeyOf(issued, issuer)) return false;
  return isSignedWith(issuer.spki, issued);
}
