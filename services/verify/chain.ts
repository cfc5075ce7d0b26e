import { X509Certificate } from 'node:crypto';
import { thumbprint } from '../keys/thumbprint.ts';
import { powersOf } from './certificate-extensions.ts';
import { isP256 } from './es256.ts';
import { fail, pass, type Finding } from './finding.ts';
import type { RecordHeader } from './header.ts';

export interface Chain {
  readonly signing: X509Certificate;
  readonly root: X509Certificate;
}

export interface ReadChain {
  readonly findings: readonly Finding[];
  readonly chain?: Chain;
}

/** id-kp-documentSigning (RFC 9336). */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';
const NAME = 'certificates';

/** A certificate from strict base64, with no byte behind its end. */
function certificateOf(base64: string): X509Certificate | undefined {
  const der = Buffer.from(base64, 'base64');
  if (der.toString('base64') !== base64) return undefined;
  try {
    const certificate = new X509Certificate(der);
    return certificate.raw.equals(der) ? certificate : undefined;
  } catch {
    return undefined;
  }
}

const UNKNOWN = 'asks for something this program does not know';

function rootProblem(root: X509Certificate): string | undefined {
  const powers = powersOf(root.raw);
  if (!powers.ca || !powers.keyCertSign) return 'the root may not issue certificates';
  if (powers.unknown) return `the root ${UNKNOWN}`;
  if (!isP256(root.publicKey)) return "the root's key is not on P-256";
  return root.checkIssued(root) && root.verify(root.publicKey) ? undefined : 'the root is not signed by itself';
}

/** A certificate without extended key usages has no list in Node, whatever its types say. */
function isForDocuments(signing: X509Certificate): boolean {
  return [signing.keyUsage].flat().includes(DOCUMENT_SIGNING);
}

function signingProblem({ signing, root }: Chain): string | undefined {
  const powers = powersOf(signing.raw);
  if (powers.ca) return 'the signing certificate could issue others';
  if (powers.unknown) return `the signing certificate ${UNKNOWN}`;
  if (!powers.digitalSignature) return 'the signing certificate is not made for signatures';
  if (!isForDocuments(signing)) return 'the signing certificate is not made for documents';
  if (!isP256(signing.publicKey)) return 'the signing key is not on P-256';
  const issued = signing.checkIssued(root) && signing.verify(root.publicKey);
  return issued ? undefined : 'the root did not issue the signing certificate';
}

function problemOf(chain: Chain): string | undefined {
  try {
    return rootProblem(chain.root) ?? signingProblem(chain);
  } catch {
    return 'a certificate cannot be read';
  }
}

function covers(certificate: X509Certificate, moment: number): boolean {
  return Date.parse(certificate.validFrom) <= moment && moment <= Date.parse(certificate.validTo);
}

function datesOf({ signing, root }: Chain, iat: number): Finding {
  const signedAt = new Date(iat * 1000);
  if (Number.isNaN(signedAt.getTime())) return fail('validity', 'the time of signing is no time');
  const valid = covers(signing, signedAt.getTime()) && covers(root, signedAt.getTime());
  const when = signedAt.toISOString();
  return valid
    ? pass('validity', `signed ${when} by the station's clock, while both certificates were valid`)
    : fail('validity', `signed ${when}, when a certificate was not valid`);
}

const hexOf = (fingerprint: string): string => fingerprint.replaceAll(/[:\s]/g, '').toUpperCase();

function pinned({ root }: Chain, expected: string | undefined): Finding {
  const { fingerprint256 } = root;
  if (expected === undefined) {
    const detail = `identity not proved: compare the fingerprint ${fingerprint256} with the one the station gave you`;
    return pass('root', detail);
  }
  return hexOf(fingerprint256) === hexOf(expected)
    ? pass('root', `the station's certificate is the expected one: ${fingerprint256}`)
    : fail('root', `another certificate than expected: ${fingerprint256}`);
}

/** Checks that the root issued the signing certificate, that both were valid at `iat`, and the root against its fingerprint. */
export function readChain(header: RecordHeader, expectedRoot: string | undefined): ReadChain {
  const [signing, root] = header.x5c.map(certificateOf);
  if (signing === undefined || root === undefined) return { findings: [fail(NAME, 'a certificate cannot be read')] };
  const chain = { signing, root };
  const problem = problemOf(chain);
  if (problem !== undefined) return { findings: [fail(NAME, problem)] };
  const kid = thumbprint(signing.publicKey);
  return {
    findings: [
      pass(NAME, 'the station root issued the signing certificate'),
      datesOf(chain, header.iat),
      pinned(chain, expectedRoot),
      kid === header.kid
        ? pass('key', kid)
        : fail('key', 'the key named in the header is not the one in the certificate'),
    ],
    chain,
  };
}
