import { chainOf, RecordNotSigned } from './export/sdjwt.ts';
import type { Signer } from './export/make-copy.ts';
import { certificatesAt } from './keys/in-force.ts';
import { bad, good, type Outcome } from './keys/outcome.ts';
import { loadSigningKey } from './keys/signing-key.ts';
import { thumbprintOfPrivate } from './keys/thumbprint.ts';
import type { Member } from './route.ts';

/** True where a chain of certificates that hold leads from this key to a root. */
export function isCertified({ key, certificates }: Signer): boolean {
  try {
    return chainOf(certificates, thumbprintOfPrivate(key)).length > 0;
  } catch (fault) {
    if (fault instanceof RecordNotSigned) return false;
    throw fault;
  }
}

/** The key with certificates that hold now. What it signed without one would be refused wherever it arrives. */
export async function loadSigner({ state, open }: Pick<Member, 'state' | 'open'>): Promise<Outcome<Signer>> {
  const key = await loadSigningKey(state.options.folder, open.key);
  if (!key.ok) return key;
  const certificates = await certificatesAt(open.store.read, state.options.clock.now());
  const signer = { key: key.value, certificates };
  return isCertified(signer) ? good(signer) : bad('wrong-value', { params: { why: 'certificate-ended' } });
}
