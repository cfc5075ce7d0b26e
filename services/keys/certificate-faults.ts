// What one certificate of a town's chain must say, for `verify`, for openssl in its strict mode, and for readers of PDF.
import { hexOf } from '../../proof/bytes.ts';
import { IDENTIFIER, only, SEQUENCE } from '../../proof/der.ts';
import type { Certificate } from '../../proof/verify/certificate.ts';
import { powersOf } from '../../proof/verify/certificate-powers.ts';
import { issuerKey } from '../../proof/verify/issuer-key.ts';

const BASIC_CONSTRAINTS = '551d13';
const KEY_USAGE = '551d0f';
const EXTENDED_KEY_USAGE = '551d25';
const SUBJECT_KEY = '551d0e';
const AUTHORITY_KEY = '551d23';
/** id-kp-emailProtection and anyExtendedKeyUsage (RFC 5280 4.2.1.12). */
const FOR_MAIL = ['2b06010505070304', '551d2500'];

const has = ({ extensions }: Certificate, id: string): boolean => extensions.some((one) => one.id === id);

/** Whether it may be used for mail, as `openssl cms` and readers of PDF ask: by name, or because it names no purpose. */
function servesMail({ extensions }: Certificate): boolean {
  const purposes = extensions.find(({ id }) => id === EXTENDED_KEY_USAGE);
  if (purposes === undefined) return true;
  return only(purposes.value, SEQUENCE).some(({ tag, body }) => tag === IDENTIFIER && FOR_MAIL.includes(hexOf(body)));
}

type Question = readonly [holds: (certificate: Certificate) => boolean, lacks: string];

const KNOWN: Question = [(one) => !powersOf(one).unknown, 'has a critical extension that this program does not know'];

const OF_SIGNING: readonly Question[] = [
  [(one) => one.key !== undefined, 'is not for a key on P-256'],
  [(one) => !powersOf(one).ca, 'could issue certificates itself (basicConstraints CA:TRUE)'],
  [(one) => powersOf(one).digitalSignature, 'is not for signatures (keyUsage lacks digitalSignature)'],
  [
    (one) => powersOf(one).documents,
    'is not for documents (extendedKeyUsage lacks documentSigning, 1.3.6.1.5.5.7.3.36)',
  ],
  [servesMail, 'is not for mail (extendedKeyUsage lacks emailProtection), which openssl and readers of PDF ask for'],
  [(one) => has(one, AUTHORITY_KEY), 'does not name its issuer’s key (authorityKeyIdentifier)'],
  KNOWN,
];

const OF_ISSUER: readonly Question[] = [
  [(one) => powersOf(one).ca, 'may not issue certificates (basicConstraints lacks CA:TRUE)'],
  [
    ({ extensions }) => extensions.some(({ id, critical }) => id === BASIC_CONSTRAINTS && critical),
    'does not mark its basicConstraints as critical',
  ],
  [
    (one) => has(one, KEY_USAGE) && powersOf(one).keyCertSign,
    'may not issue certificates (keyUsage lacks keyCertSign)',
  ],
  [servesMail, 'may not vouch for mail (extendedKeyUsage lacks emailProtection), which openssl asks for'],
  [(one) => has(one, SUBJECT_KEY), 'does not name its own key (subjectKeyIdentifier)'],
  [
    (one) => issuerKey(one.spki) !== undefined,
    'has a key of a kind that is not taken: P-256, P-384 and RSA from 2,048 bits are',
  ],
  KNOWN,
];

function firstLacking(certificate: Certificate, questions: readonly Question[]): string | undefined {
  try {
    return questions.find(([holds]) => !holds(certificate))?.[1];
  } catch {
    return 'has an extension that cannot be read';
  }
}

/** What the certificate of the signing key lacks; undefined where nothing. */
export function signingFault(certificate: Certificate): string | undefined {
  return firstLacking(certificate, OF_SIGNING);
}

/** What an issuer lacks. @param below how many issuers stand between it and the signing certificate */
export function issuerFault(certificate: Certificate, below: number, isRoot: boolean): string | undefined {
  const lacking = firstLacking(certificate, OF_ISSUER);
  if (lacking !== undefined) return lacking;
  if (!isRoot && !has(certificate, AUTHORITY_KEY)) return 'does not name its issuer’s key (authorityKeyIdentifier)';
  return powersOf(certificate).mostBelow < below
    ? 'may not have so many issuers below it (pathLenConstraint)'
    : undefined;
}
