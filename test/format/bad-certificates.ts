// Certificates that vouch for a key and must not be taken.
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { certificatePem } from '../../proof/pem.ts';
import type { IssuedCertificates } from '../../services/keys/certificates.ts';
import { issue, NOW } from '../services/export/made-record.ts';

interface BadCertificate {
  readonly name: string;
  readonly what: string;
  readonly signing: string;
  readonly root: string;
  /** Of what it vouches for, PKCS#8. */
  readonly privateKey: Uint8Array;
  /** When the record says that it was signed; undefined for the usual time. */
  readonly iat?: number;
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const DOCUMENTS = ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'];
const DAY = 86_400_000;

interface Powers {
  readonly ca?: boolean;
  readonly usage?: KeyUsageFlags;
  readonly purposes?: readonly string[];
}

/** A signing certificate of this root with other powers than one should have. */
async function certified(
  by: IssuedCertificates,
  { ca = false, usage, purposes }: Powers,
): Promise<[string, Uint8Array]> {
  const keys = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const signingKey = await crypto.subtle.importKey('pkcs8', new Uint8Array(by.rootPrivateKey), P256, false, ['sign']);
  const made = await X509CertificateGenerator.create({
    subject: 'CN=Made up',
    issuer: new X509Certificate(by.rootPem).subjectName,
    notBefore: new Date(NOW.getTime() - DAY),
    notAfter: new Date(NOW.getTime() + DAY),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: { ...P256, hash: 'SHA-256' },
    extensions: [
      new BasicConstraintsExtension(ca, undefined, true),
      new KeyUsagesExtension(usage ?? KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([...(purposes ?? DOCUMENTS)]),
    ],
  });
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  return [certificatePem(new Uint8Array(made.rawData)), privateKey];
}

export async function badCertificates(issued: IssuedCertificates): Promise<readonly BadCertificate[]> {
  const root = issued.rootPem;
  const of = async (name: string, what: string, powers: Powers): Promise<BadCertificate> => {
    const [signing, privateKey] = await certified(issued, powers);
    return { name, what, signing, root, privateKey };
  };
  const own = { signing: issued.signingPem, root, privateKey: issued.signingPrivateKey };
  const other = await issue();
  return [
    await of('certificate-ca', 'Signed with a certificate that could issue others.', { ca: true }),
    await of('certificate-no-signing', 'Signed with a certificate that is not made for signatures.', {
      usage: KeyUsageFlags.keyAgreement,
    }),
    await of('certificate-no-documents', 'Signed with a certificate for mail alone.', { purposes: DOCUMENTS.slice(1) }),
    {
      ...own,
      name: 'certificate-other-issuer',
      what: 'A root that did not issue the certificate.',
      root: other.rootPem,
    },
    {
      ...own,
      name: 'certificate-ended',
      what: 'Signed after the certificate ended.',
      iat: Date.parse('2030-01-01') / 1_000,
    },
    {
      ...own,
      name: 'certificate-not-yet',
      what: 'Signed before the certificate began.',
      iat: Date.parse('2026-01-01') / 1_000,
    },
  ];
}
