import { isSameHash } from '../../proof/bytes.ts';
import { isIssuedBy, type Certificate } from '../../proof/verify/certificate.ts';
import { shownName } from '../../proof/verify/certificate-name.ts';
import type { ChainFault } from './chain-file.ts';

/** What to do about a certificate that says the wrong thing. */
export const AGAIN = 'Ask the authority to issue it again.';

/** How a certificate is called in a sentence. */
export function called(certificates: readonly Certificate[], at: number): string {
  const name = shownName(certificates[at]?.subject ?? new Uint8Array());
  const of = name === '' ? '' : ` (${name})`;
  if (at === 0) return 'The certificate of this station’s key';
  return at === certificates.length - 1 ? `The root${of}` : `Certificate ${String(at + 1)}${of}`;
}

const quoted = (name: string): string => (name === '' ? 'an issuer without a name' : name);

function rootMissing({ issuer, subject }: Certificate): ChainFault | undefined {
  if (isSameHash(subject, issuer)) return undefined;
  return {
    what: `The root is missing: the last certificate was issued by ${quoted(shownName(issuer))}, whose own is not there.`,
    next: 'Put it last: recipients compare its fingerprint.',
  };
}

const TO_THE_ROOT = 'Bring the whole way to the root, each certificate behind the one that it issued.';

/** Why a certificate was not issued by the one behind it. */
async function linkFault(certificates: readonly Certificate[], at: number): Promise<ChainFault> {
  const one = certificates[at];
  const issued = await Promise.all(
    certificates.map(async (other) => one !== undefined && (await isIssuedBy(one, other))),
  );
  if (one !== undefined && issued.includes(true))
    return {
      what: `The certificates stand in the wrong order: number ${String(at + 1)} was issued by number ${String(issued.indexOf(true) + 1)}.`,
      next: 'Put each behind the one that it issued; the root stands last.',
    };
  const names = certificates.map(({ subject }) => subject);
  const isNamed = one !== undefined && names.some((name) => isSameHash(name, one.issuer));
  return isNamed
    ? {
        what: `${called(certificates, at)} names the next one as its issuer and was not signed by it in a way that is taken: ECDSA, or RSA (PKCS#1), over SHA-256, SHA-384 or SHA-512.`,
        next: AGAIN,
      }
    : {
        what: `A certificate is missing: ${quoted(shownName(one?.issuer ?? new Uint8Array()))} issued number ${String(at + 1)}, and is not there.`,
        next: TO_THE_ROOT,
      };
}

/** Each was issued by the next. */
export async function orderFault(certificates: readonly Certificate[]): Promise<ChainFault | undefined> {
  for (const [at, one] of certificates.entries()) {
    const next = certificates[at + 1];
    if (next === undefined) return rootMissing(one);
    if (!(await isIssuedBy(one, next))) return linkFault(certificates, at);
  }
  return undefined;
}
