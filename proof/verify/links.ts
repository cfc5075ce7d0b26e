// What certificates that should lead from a key to a root may lack.
import { isIssuedBy, type Certificate } from './certificate.ts';
import { powersOf } from './certificate-powers.ts';
import { issuerKey } from './issuer-key.ts';

/** Certificates of which each was issued by the next: the signing one, those between if any, the root. */
export interface Links {
  readonly signing: Certificate;
  /** Everything above it, the root last. */
  readonly issuers: readonly Certificate[];
  readonly root: Certificate;
}

const UNKNOWN = 'asks for something this program does not know';

/** What an issuer of a chain lacks. @param below how many issuers stand between it and the signing certificate */
function issuerProblem(issuer: Certificate, below: number, called: string): string | undefined {
  const powers = powersOf(issuer);
  if (!powers.ca || !powers.keyCertSign) return `${called} may not issue certificates`;
  if (powers.mostBelow < below) return `${called} may not have so many issuers below it`;
  if (powers.unknown) return `${called} ${UNKNOWN}`;
  return issuerKey(issuer.spki) === undefined ? `${called}'s key is of a kind that is not known here` : undefined;
}

async function rootProblem({ root, issuers }: Links): Promise<string | undefined> {
  const problem = issuerProblem(root, issuers.length - 1, 'the root');
  if (problem !== undefined) return problem;
  return (await isIssuedBy(root, root)) ? undefined : 'the root is not signed by itself';
}

async function betweenProblem({ issuers }: Links): Promise<string | undefined> {
  for (const [at, issuer] of issuers.slice(0, -1).entries()) {
    const called = `issuer ${String(at + 1)}`;
    const problem = issuerProblem(issuer, at, called);
    if (problem !== undefined) return problem;
    const next = issuers[at + 1];
    if (next === undefined || !(await isIssuedBy(issuer, next))) return `${called} was not issued by the next one`;
  }
  return undefined;
}

async function signingProblem({ signing, root, issuers }: Links): Promise<string | undefined> {
  const powers = powersOf(signing);
  if (powers.ca) return 'the signing certificate could issue others';
  if (powers.unknown) return `the signing certificate ${UNKNOWN}`;
  if (!powers.digitalSignature) return 'the signing certificate is not made for signatures';
  if (!powers.documents) return 'the signing certificate is not made for documents';
  return signing.key === undefined ? 'the signing key is not on P-256' : issuerOfSigning({ signing, issuers, root });
}

async function issuerOfSigning({ signing, issuers, root }: Links): Promise<string | undefined> {
  const by = issuers.length === 1 ? 'the root' : 'issuer 1';
  return (await isIssuedBy(signing, issuers[0] ?? root)) ? undefined : `${by} did not issue the signing certificate`;
}

/** Why these certificates vouch for nothing; undefined where they do. */
export async function problemOf(links: Links): Promise<string | undefined> {
  try {
    return (await rootProblem(links)) ?? (await betweenProblem(links)) ?? (await signingProblem(links));
  } catch {
    return 'a certificate cannot be read';
  }
}
