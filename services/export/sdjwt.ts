import { X509Certificate, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { RECORD_TYPE } from '../../proof/bundle.ts';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { chainBytes, type StationCertificate } from '../keys/in-force.ts';
import { thumbprint } from '../keys/thumbprint.ts';
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

function valueOf(text: string): { readonly name: unknown; readonly value: unknown } {
  const parsed: unknown = JSON.parse(Buffer.from(fromBase64url(text) ?? []).toString());
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

/** `header.entry.signature~disclosure~…~` (RFC 9901), one line without an end: ES256 over the ledger entry's own bytes. */
export function signRecord(record: RecordToSign): string {
  const kid = thumbprint(createPublicKey(record.key));
  const header = {
    alg: 'ES256',
    typ: RECORD_TYPE,
    kid,
    iss: record.issuer,
    aud: record.audience,
    jti: record.exportNumber,
    iat: Math.floor(record.issuedAt.getTime() / 1000),
    x5c: chainOf(record.certificates, kid).map((der) => Buffer.from(der).toString('base64')),
  };
  const signed = `${toBase64url(Buffer.from(JSON.stringify(header)))}.${toBase64url(record.leaf)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: record.key, dsaEncoding: 'ieee-p1363' });
  return [`${signed}.${toBase64url(signature)}`, ...leaving(record), ''].join('~');
}
