import 'reflect-metadata';
import { createPublicKey } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  Extension,
  X509Certificate,
  X509CrlGenerator,
  X509CrlReason,
} from '@peculiar/x509';
import { certifyNew, ES256, rootFingerprint, type Issue, type IssuedCertificate, type Issuer } from './certificates.ts';
import { readPrivateKey } from './signing-key.ts';
import { thenWiped } from './wipe.ts';

/** A root with its private key out of the recovery file. */
export interface OpenedRoot {
  readonly pem: string;
  /** PKCS#8 DER. Whoever opened it wipes it. */
  readonly privateKey: Uint8Array;
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Null where the private key is not the one of this root. */
async function readRoot({ pem, privateKey }: OpenedRoot): Promise<Issuer | null> {
  const certificate = new X509Certificate(pem);
  const spki = createPublicKey(readPrivateKey(privateKey)).export({ format: 'der', type: 'spki' });
  if (!spki.equals(Buffer.from(certificate.publicKey.rawData))) return null;
  const keys = {
    privateKey: await thenWiped(Uint8Array.from(privateKey), (bytes) =>
      crypto.subtle.importKey('pkcs8', bytes, P256, false, ['sign']),
    ),
    publicKey: await crypto.subtle.importKey('spki', new Uint8Array(spki), P256, true, ['verify']),
  };
  return { name: certificate.subjectName, keys };
}

export interface IssuedNext {
  readonly certificate: IssuedCertificate;
  /** PKCS#8 DER. Whoever asked for it wipes it. */
  readonly privateKey: Uint8Array;
}

/** The root certifies another signing key; null where the private key is not the one of this root. */
export async function issueNext(issue: Issue, opened: OpenedRoot): Promise<IssuedNext | null> {
  const root = await readRoot(opened);
  if (root === null) return null;
  const { pem, privateKey } = await certifyNew(issue, root);
  const createdAt = issue.now.toISOString();
  return {
    certificate: { kind: 'signing', fingerprint: rootFingerprint(pem), pem, createdAt },
    privateKey,
  };
}

/** A certificate that its root calls back. */
export interface CalledBack {
  readonly pem: string;
  /** Whether somebody else may have the key; otherwise it is only lost. */
  readonly compromised: boolean;
  readonly at: Date;
}

const CRL_YEARS = 15;
/** Counts the lists of one root (RFC 5280 5.2.3): each is longer than the one before. */
const CRL_NUMBER = '2.5.29.20';

/** The list of what the root called back (RFC 5280 5), PEM. It holds as long as the root does: nobody fetches another. */
export async function revocationList(
  called: readonly CalledBack[],
  opened: OpenedRoot,
  now: Date,
): Promise<string | null> {
  const root = await readRoot(opened);
  if (root === null) return null;
  const nextUpdate = new Date(now);
  nextUpdate.setUTCFullYear(nextUpdate.getUTCFullYear() + CRL_YEARS);
  const list = await X509CrlGenerator.create({
    issuer: root.name,
    thisUpdate: now,
    nextUpdate,
    signingAlgorithm: ES256,
    signingKey: root.keys.privateKey,
    extensions: [
      await AuthorityKeyIdentifierExtension.create(root.keys.publicKey),
      new Extension(CRL_NUMBER, false, Uint8Array.of(0x02, 0x01, called.length)),
    ],
    entries: called.map(({ pem, compromised, at }) => ({
      serialNumber: new X509Certificate(pem).serialNumber,
      revocationDate: at,
      reason: compromised ? X509CrlReason.keyCompromise : X509CrlReason.cessationOfOperation,
    })),
  });
  // The library calls it CRL, which openssl does not read.
  return `${list.toString('pem').replaceAll(' CRL-', ' X509 CRL-')}\n`;
}
