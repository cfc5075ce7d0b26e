// Whether the certificates that were handed in with a head lead to the root that a recipient knows.
import { isSameHash } from '../bytes.ts';
import { derOfPem } from '../pem.ts';
import { isIssuedBy, readCertificate, type Certificate } from './certificate.ts';
import type { GivenPem } from './checkpoints.ts';
import { fail, pass, type Finding } from './finding.ts';
import { problemOf, type Links } from './links.ts';
import { issuedBy, pinned } from './pinned.ts';

const END = '-----END CERTIFICATE-----';
/** Certificates above a signing one, at most, as in a record. */
const MOST_ABOVE = 3;

async function readAll(pem: string): Promise<readonly Certificate[]> {
  const blocks = pem.split(END).slice(0, -1);
  const all = await Promise.all(
    blocks.map(async (block) => {
      try {
        const der = derOfPem(block + END);
        return der === undefined ? undefined : await readCertificate(der);
      } catch {
        return undefined;
      }
    }),
  );
  return all.filter((one) => one !== undefined);
}

async function isFrom(issued: Certificate, issuer: Certificate): Promise<boolean> {
  try {
    return await isIssuedBy(issued, issuer);
  } catch {
    return false;
  }
}

/** Every way from a certificate up to one that names itself as its issuer, through these. */
async function waysUp(from: Certificate, others: readonly Certificate[], left: number): Promise<Certificate[][]> {
  if (isSameHash(from.issuer, from.subject)) return [[]];
  const ways: Certificate[][] = [];
  for (const issuer of left === 0 ? [] : others)
    if (await isFrom(from, issuer))
      ways.push(...(await waysUp(issuer, others, left - 1)).map((way) => [issuer, ...way]));
  return ways;
}

/** Chains that hold, from a certificate to whichever roots are among the others. */
async function chainsOf(signing: Certificate, others: readonly Certificate[]): Promise<readonly Links[]> {
  const chains: Links[] = [];
  for (const issuers of await waysUp(signing, others, MOST_ABOVE)) {
    const root = issuers.at(-1);
    if (root !== undefined && (await problemOf({ signing, issuers, root })) === undefined)
      chains.push({ signing, issuers, root });
  }
  return chains;
}

const NOT_HELD = 'not held against the root';

/** Where none of its chains ends in the expected root: what is there instead. */
function notHeld(name: string, [chain]: readonly Links[], root: string): Finding {
  return chain === undefined
    ? fail('root', `${NOT_HELD}: nothing leads from ${name} to a root; hand in station-root.pem too`)
    : fail('root', `${NOT_HELD}: ${name} leads to another: ${pinned(chain, root).detail}`);
}

async function against(
  { name, signing }: { readonly name: string; readonly signing: Certificate | undefined },
  others: readonly Certificate[],
  root: string,
): Promise<readonly Finding[]> {
  const chains = signing === undefined ? [] : await chainsOf(signing, others);
  const held = chains.find((chain) => pinned(chain, root).ok);
  return held === undefined
    ? [notHeld(name, chains, root)]
    : [pass('certificates', issuedBy(held)), pinned(held, root)];
}

/**
 * Holds each certificate that signed a head against the expected root. @param signing names and texts of their files
 * @param pems every file of certificates that was handed in: the ways up
 */
export async function headAgainstRoot(
  signing: readonly GivenPem[],
  pems: readonly GivenPem[],
  root: string,
): Promise<readonly Finding[]> {
  if (signing.length === 0)
    return [fail('root', `${NOT_HELD}: hand in the certificate of the key that signed it, and the root`)];
  const all = (await Promise.all(pems.map(({ pem }) => readAll(pem)))).flat();
  const others = [...new Map(all.map((one) => [one.fingerprint, one])).values()];
  const findings: Finding[] = [];
  for (const { name, pem } of signing) {
    const [own] = await readAll(pem);
    findings.push(...(await against({ name, signing: own }, others, root)));
  }
  return findings.filter(({ detail }, at) => findings.findIndex((one) => one.detail === detail) === at);
}
