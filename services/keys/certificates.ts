import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { certificatePem } from '../../proof/pem.ts';
import { holderName, SIGNS, type Holder } from './holder-name.ts';

/** id-kp-documentSigning (RFC 9336); emailProtection beside it, or `openssl cms` refuses the purpose. */
export const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';
export const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
export const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const ROOT_YEARS = 15;
const SIGNING_YEARS = 3;
const SERIAL_BYTES = 16;
const HOUR = 3_600_000;

export interface IssuedCertificate {
  readonly kind: 'root' | 'signing';
  /** SHA-256 of the certificate, hex in pairs with colons. */
  readonly fingerprint: string;
  readonly pem: string;
  readonly createdAt: string;
}

export interface IssuedCertificates {
  readonly certificates: readonly IssuedCertificate[];
  readonly rootPem: string;
  readonly signingPem: string;
  /** PKCS#8 DER. The root's goes into the recovery file and nowhere else. */
  readonly rootPrivateKey: Uint8Array;
  readonly signingPrivateKey: Uint8Array;
}

export interface Issue extends Holder {
  readonly now: Date;
  readonly random: (size: number) => Uint8Array;
}

/** SHA-256 of a certificate in colon pairs, as openssl prints it. */
export function rootFingerprint(pem: string): string {
  return new X509Certificate(pem).fingerprint256;
}

/** Name of the holder of a certificate or a request. */
export function nameOf(issue: Holder, role: string): Name {
  const { O, OU, CN } = holderName(issue, role);
  return new Name([{ O: [{ utf8String: O }] }, { OU: [{ utf8String: OU }] }, { CN: [{ utf8String: CN }] }]);
}

/** A serial number of 127 random bits, positive and never zero. */
function serialOf(issue: Issue): string {
  const bytes = issue.random(SERIAL_BYTES);
  const first = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from([first, ...bytes.slice(1)]).toString('hex');
}

/** Begins an hour early, so that a clock set back a little does not break a record. */
function term(issue: Issue, years: number): { readonly notBefore: Date; readonly notAfter: Date } {
  const notBefore = new Date(Math.floor((issue.now.getTime() - HOUR) / 1000) * 1000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  return { notBefore, notAfter };
}

type KeyPair = Awaited<ReturnType<typeof newKeyPair>>;

function newKeyPair() {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

async function rootCertificate(issue: Issue, keys: KeyPair): Promise<Uint8Array> {
  const root = await X509CertificateGenerator.createSelfSigned({
    name: nameOf(issue, 'Station Root'),
    serialNumber: serialOf(issue),
    ...term(issue, ROOT_YEARS),
    keys,
    signingAlgorithm: ES256,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return new Uint8Array(root.rawData);
}

/** Whoever certifies: the name and the key of a root. */
export interface Issuer {
  readonly name: Name;
  readonly keys: KeyPair;
}

async function signingCertificate(issue: Issue, root: Issuer, keys: KeyPair): Promise<Uint8Array> {
  const signing = await X509CertificateGenerator.create({
    subject: nameOf(issue, SIGNS),
    issuer: root.name,
    serialNumber: serialOf(issue),
    ...term(issue, SIGNING_YEARS),
    publicKey: keys.publicKey,
    signingKey: root.keys.privateKey,
    signingAlgorithm: ES256,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension([DOCUMENT_SIGNING, EMAIL_PROTECTION]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(root.keys.publicKey),
    ],
  });
  return new Uint8Array(signing.rawData);
}

async function privateKeyOf(keys: KeyPair): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
}

export interface CertifiedKey {
  readonly pem: string;
  /** PKCS#8 DER. */
  readonly privateKey: Uint8Array;
}

/** A new signing key, certified by a root. */
export async function certifyNew(issue: Issue, root: Issuer): Promise<CertifiedKey> {
  const keys = await newKeyPair();
  const pem = certificatePem(await signingCertificate(issue, root, keys));
  return { pem, privateKey: await privateKeyOf(keys) };
}

/** Makes the station root and the signing key that it certifies: ECDSA P-256, root 15 years, signing 3. */
export async function issueCertificates(issue: Issue): Promise<IssuedCertificates> {
  const root = await newKeyPair();
  const rootPem = certificatePem(await rootCertificate(issue, root));
  const issuer = { name: nameOf(issue, 'Station Root'), keys: root };
  const { pem: signingPem, privateKey: signingPrivateKey } = await certifyNew(issue, issuer);
  const createdAt = issue.now.toISOString();
  return {
    certificates: [
      { kind: 'root', fingerprint: rootFingerprint(rootPem), pem: rootPem, createdAt },
      { kind: 'signing', fingerprint: rootFingerprint(signingPem), pem: signingPem, createdAt },
    ],
    rootPem,
    signingPem,
    rootPrivateKey: await privateKeyOf(root),
    signingPrivateKey,
  };
}
