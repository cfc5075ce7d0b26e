import { createPublicKey, X509Certificate } from 'node:crypto';
import type { Check } from '../../contract/system.ts';
import type { StoredCertificate } from '../../db/station/reader.ts';
import { verdict, type Wrong } from '../ledger/verdict.ts';
import { loadSigningKey } from './signing-key.ts';
import type { StationKey } from './station-key.ts';
import { thumbprint } from './thumbprint.ts';

function swapped(detail: string): Wrong {
  return { code: 'key-swapped', detail };
}

/** Why a certificate is not the one that was issued; null where it is. */
function wrongCertificate(one: StoredCertificate, all: readonly StoredCertificate[]): Wrong | null {
  const certificate = new X509Certificate(one.pem);
  if (certificate.fingerprint256 !== one.fingerprint)
    return swapped(`the ${one.kind} certificate is not the one whose fingerprint is kept`);
  const roots = all.filter(({ kind }) => kind === 'root').map(({ pem }) => new X509Certificate(pem));
  const issued = roots.some((root) => certificate.checkIssued(root) && certificate.verify(root.publicKey));
  return issued ? null : swapped(`the ${one.kind} certificate was not issued by this station's root`);
}

function certificateFault(all: readonly StoredCertificate[]): Wrong | null {
  try {
    return all.map((one) => wrongCertificate(one, all)).find((wrong) => wrong !== null) ?? null;
  } catch {
    return swapped('a certificate cannot be read');
  }
}

/** The key that signs, its certificate and the root belong together, and none was put in another's place. */
export async function checkKeys(
  folder: string,
  key: StationKey,
  certificates: readonly StoredCertificate[],
): Promise<Check> {
  const name = 'keys';
  const good = 'the signing key is the one that is certified';
  const wrong = certificateFault(certificates);
  if (wrong !== null) return verdict(name, good, wrong);
  const signing = await loadSigningKey(folder, key);
  if (!signing.ok)
    return verdict(name, good, swapped('signing-key.json is missing, damaged, or sealed for another station'));
  const kid = thumbprint(createPublicKey(signing.value));
  const certified = certificates.some(
    ({ kind, pem }) => kind === 'signing' && thumbprint(new X509Certificate(pem).publicKey) === kid,
  );
  return verdict(name, good, certified ? null : swapped('no certificate is for the key in signing-key.json'));
}
