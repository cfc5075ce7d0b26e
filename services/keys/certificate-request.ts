import 'reflect-metadata';
import { createPublicKey, type KeyObject } from 'node:crypto';
import {
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequestGenerator,
} from '@peculiar/x509';
import { DOCUMENT_SIGNING, EMAIL_PROTECTION, ES256, nameOf } from './certificates.ts';
import { SIGNS, type Holder } from './holder-name.ts';
import { thenWiped, wipe } from './wipe.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A request (PKCS#10, RFC 2986) for a certificate of this key, PEM; it asks for what a signing certificate needs. */
export async function certificateRequest(of: Holder, key: KeyObject): Promise<string> {
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const privateKey = await thenWiped(Uint8Array.from(pkcs8), (bytes) =>
    crypto.subtle.importKey('pkcs8', bytes, P256, false, ['sign']),
  );
  wipe(pkcs8);
  const keys = {
    privateKey,
    publicKey: await crypto.subtle.importKey('spki', new Uint8Array(spki), P256, true, ['verify']),
  };
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: nameOf(of, SIGNS),
    keys,
    signingAlgorithm: ES256,
    extensions: [
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension([DOCUMENT_SIGNING, EMAIL_PROTECTION]),
    ],
  });
  return `${request.toString('pem')}\n`;
}
