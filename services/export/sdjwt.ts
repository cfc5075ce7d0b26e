import { X509Certificate, createPublicKey, type KeyObject } from 'node:crypto';
import { RECORD_TYPE } from '../../proof/bundle.ts';
import { chainBytes, type StationCertificate } from '../keys/in-force.ts';
import { thumbprint } from '../keys/thumbprint.ts';
import { signEs256 } from './es256.ts';
import { pick } from './pick.ts';
import { RECORD_SHAPE } from './whitelist.ts';

export interface StoredDisclosure {
  readonly name: string;
  /** base64url of `[salt, name, value]`, as the ledger keeps it. */
  readonly text: string;
}

export interface RecordToSign {
  /** The ledger entry, byte for byte; it is what gets signed. */
  readonly leaf: Uint8Array;
  readonly disclosures: readonly StoredDisclosure[];
  /** Names of disclosures that this copy goes without. */
  readonly leaveOut: readonly string[];
  readonly certificates: readonly StationCertificate[];
  /** Private P-256 key. */
  readonly key: KeyObject;
  /** Log origin. */
  readonly issuer: string;
  /** To whom this copy is handed. */
  readonly audience: string;
  readonly exportNumber: string;
  readonly issuedAt: Date;
}

/** A stored disclosure that says more than a record may say, or a key without its certificate: nothing is signed. */
export class RecordNotSigned extends Error {
  override readonly name = 'RecordNotSigned';
  readonly code: 'outside-whitelist' | 'no-certificate';

  constructor(code: 'outside-whitelist' | 'no-certificate') {
    super(code);
    this.code = code;
  }
}

/** The chain for this very key, the root last: a town's where one is in force, otherwise the station's own. */
export function chainOf(certificates: readonly StationCertificate[], kid: string): readonly Uint8Array[] {
  const read = certificates.map(({ kind, pem }) => ({ kind, pem, certificate: new X509Certificate(pem) }));
  const ofKey = read.filter(({ kind, certificate }) => kind !== 'root' && thumbprint(certificate.publicKey) === kid);
  const town = ofKey.findLast(({ kind }) => kind === 'town');
  if (town !== undefined) return chainBytes(town.pem);
  const signing = ofKey.find(({ kind }) => kind === 'signing');
  const root = read.find(
    ({ kind, certificate }) => kind === 'root' && signing?.certificate.checkIssued(certificate) === true,
  );
  if (signing === undefined || root === undefined) throw new RecordNotSigned('no-certificate');
  return [signing.certificate.raw, root.certificate.raw];
}

/** As `proof/base64.ts` writes it, in a twentieth of the time; this file signs, and runs in no page. */
const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** How much of the end of the header is left to what stands before it, which then is as long as base64 wants it. */
type Left = 0 | 1 | 2;

interface SignerWords {
  readonly of: readonly StationCertificate[];
  readonly kid: string;
  /** End of the header: the certificates. */
  readonly end: string;
  /** The end in base64url, without as many letters as are left to what stands before it. */
  readonly encoded: readonly [string, string, string];
}

/** What the header says of a key, kept as long as the key is: reading certificates costs ten times what signing does. */
const known = new WeakMap<KeyObject, SignerWords>();

const areSame = (some: readonly StationCertificate[], others: readonly StationCertificate[]): boolean =>
  some.length === others.length &&
  some.every(({ kind, pem }, at) => others[at]?.kind === kind && others[at].pem === pem);

function wordsOf({ key, certificates }: Pick<RecordToSign, 'key' | 'certificates'>): SignerWords {
  const before = known.get(key);
  if (before !== undefined && areSame(before.of, certificates)) return before;
  const kid = thumbprint(createPublicKey(key));
  const x5c = JSON.stringify(chainOf(certificates, kid).map((der) => Buffer.from(der).toString('base64')));
  const end = `,"x5c":${x5c}}`;
  const behind = (left: Left): string => base64url(end.slice(left));
  const words: SignerWords = { of: certificates, kid, end, encoded: [behind(0), behind(1), behind(2)] };
  known.set(key, words);
  return words;
}

function valueOf(text: string): { readonly name: unknown; readonly value: unknown } {
  const bytes = Buffer.from(text, 'base64url');
  const parsed: unknown = JSON.parse(bytes.toString('base64url') === text ? bytes.toString() : 'null');
  const parts: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
  return { name: parts[1], value: parts[2] };
}

/** True where every word of the disclosure has its place in a record. */
function within(disclosure: StoredDisclosure): boolean {
  const shape = Object.entries(RECORD_SHAPE).find(([name]) => name === disclosure.name)?.[1];
  const { name, value } = valueOf(disclosure.text);
  return (
    shape !== undefined && name === disclosure.name && JSON.stringify(pick(shape, value)) === JSON.stringify(value)
  );
}

/** Texts of the parts that a copy shows. Throws where one says more than a record may say. */
export function leaving({ disclosures, leaveOut }: Pick<RecordToSign, 'disclosures' | 'leaveOut'>): readonly string[] {
  const kept = disclosures.filter(({ name }) => Object.hasOwn(RECORD_SHAPE, name) && !leaveOut.includes(name));
  if (!kept.every((disclosure) => within(disclosure))) throw new RecordNotSigned('outside-whitelist');
  return kept.map(({ text }) => text);
}

/** Where a text stands while it is signed: a new buffer for each costs a tenth of the signature. */
const room = Buffer.alloc(16_384);

function placed(text: string): Buffer {
  return text.length > room.length ? Buffer.from(text, 'latin1') : room.subarray(0, room.write(text, 'latin1'));
}

/** Header in base64url. @param begun its JSON up to the certificates, which are most of it and encoded already */
function headOf(begun: string, { end, encoded }: SignerWords): string {
  const over = Buffer.byteLength(begun) % 3;
  const left: Left = over === 0 ? 0 : over === 1 ? 2 : 1;
  return `${base64url(begun + end.slice(0, left))}${encoded[left]}`;
}

/** `header.entry.signature` (RFC 7515), ES256 over the ledger entry's own bytes. */
export function signLeaf(record: Omit<RecordToSign, 'disclosures' | 'leaveOut'>): string {
  const words = wordsOf(record);
  const header = {
    alg: 'ES256',
    typ: RECORD_TYPE,
    kid: words.kid,
    iss: record.issuer,
    aud: record.audience,
    jti: record.exportNumber,
    iat: Math.floor(record.issuedAt.getTime() / 1000),
  };
  const head = headOf(JSON.stringify(header).slice(0, -1), words);
  const signed = `${head}.${base64url(record.leaf)}`;
  const signature = signEs256(placed(signed), record.key);
  // Whom a record went to is nobody's to find in memory later.
  room.fill(0, 0, signed.length);
  return `${signed}.${signature.toString('base64url')}`;
}

/** `header.entry.signature~disclosure~…~` (RFC 9901), one line without an end. */
export function signRecord(record: RecordToSign): string {
  return [signLeaf(record), ...leaving(record), ''].join('~');
}
