import { fromBase64 } from '../base64.ts';
import { isIssuedBy, readCertificate, type Certificate } from './certificate.ts';
import { powersOf } from './certificate-powers.ts';
import { checkCalledBack, readCrl } from './crl.ts';
import { fail, pass, type Finding } from './finding.ts';
import type { RecordHeader } from './header.ts';
import { thumbprint, type PublicKey } from './public-key.ts';

interface Pair {
  readonly signing: Certificate;
  readonly root: Certificate;
}

/** Two certificates that hold, and the key that they vouch for. */
export interface Chain extends Pair {
  readonly key: PublicKey;
}

export interface ReadChain {
  readonly findings: readonly Finding[];
  readonly chain?: Chain;
}

const NAME = 'certificates';

/** A certificate from strict base64, with no byte behind its end. */
async function certificateOf(base64: string): Promise<Certificate | undefined> {
  const der = fromBase64(base64);
  try {
    return der === undefined ? undefined : await readCertificate(der);
  } catch {
    return undefined;
  }
}

const UNKNOWN = 'asks for something this program does not know';

async function rootProblem(root: Certificate): Promise<string | undefined> {
  const powers = powersOf(root);
  if (!powers.ca || !powers.keyCertSign) return 'the root may not issue certificates';
  if (powers.unknown) return `the root ${UNKNOWN}`;
  if (root.key === undefined) return "the root's key is not on P-256";
  return (await isIssuedBy(root, root)) ? undefined : 'the root is not signed by itself';
}

async function signingProblem({ signing, root }: Pair): Promise<string | undefined> {
  const powers = powersOf(signing);
  if (powers.ca) return 'the signing certificate could issue others';
  if (powers.unknown) return `the signing certificate ${UNKNOWN}`;
  if (!powers.digitalSignature) return 'the signing certificate is not made for signatures';
  if (!powers.documents) return 'the signing certificate is not made for documents';
  if (signing.key === undefined) return 'the signing key is not on P-256';
  return (await isIssuedBy(signing, root)) ? undefined : 'the root did not issue the signing certificate';
}

async function problemOf(pair: Pair): Promise<string | undefined> {
  try {
    return (await rootProblem(pair.root)) ?? (await signingProblem(pair));
  } catch {
    return 'a certificate cannot be read';
  }
}

function covers({ validFrom, validTo }: Certificate, moment: number): boolean {
  return validFrom <= moment && moment <= validTo;
}

function datesOf({ signing, root }: Pair, iat: number): Finding {
  const signedAt = new Date(iat * 1000);
  if (Number.isNaN(signedAt.getTime())) return fail('validity', 'the time of signing is no time');
  const valid = covers(signing, signedAt.getTime()) && covers(root, signedAt.getTime());
  const when = signedAt.toISOString();
  return valid
    ? pass('validity', `signed ${when} by the station's clock, while both certificates were valid`)
    : fail('validity', `signed ${when}, when a certificate was not valid`);
}

const hexDigits = (fingerprint: string): string => fingerprint.replaceAll(/[:\s]/g, '').toUpperCase();

function pinned({ root: { fingerprint } }: Pair, expected: string | undefined): Finding {
  if (expected === undefined) {
    const detail = `identity not proved: compare the fingerprint ${fingerprint} with the one the station gave you`;
    return pass('root', detail);
  }
  return hexDigits(fingerprint) === hexDigits(expected)
    ? pass('root', `the station's certificate is the expected one: ${fingerprint}`)
    : fail('root', `another certificate than expected: ${fingerprint}`);
}

/** The two certificates, if they hold; otherwise what is wrong with them. */
async function holdTogether(x5c: RecordHeader['x5c']): Promise<Chain | string> {
  const [signing, root] = await Promise.all(x5c.map(certificateOf));
  if (signing === undefined || root === undefined) return 'a certificate cannot be read';
  const problem = await problemOf({ signing, root });
  return problem === undefined && signing.key !== undefined ? { signing, root, key: signing.key } : (problem ?? '');
}

/** Records of one station bring the same certificates, one after the other: the last pair is not judged twice. */
let last: { readonly x5c: string; readonly held: Promise<Chain | string> } | undefined;

function heldTogether(x5c: RecordHeader['x5c']): Promise<Chain | string> {
  const told = x5c.join();
  if (last?.x5c !== told) last = { x5c: told, held: holdTogether(x5c) };
  return last.held;
}

/** Whose signature something carries, and when it was made: signing certificate and root, base64 DER. */
export type SignedBy = Pick<RecordHeader, 'x5c' | 'iat'>;

/** What a recipient knows of the station from elsewhere: the fingerprint of its certificate, what it called back. */
export interface Known {
  readonly root?: string | undefined;
  /** As it was handed in; what cannot be read is a fault of it. */
  readonly crl?: Uint8Array | undefined;
}

/** A fingerprint alone, or all that is known. */
export type Expected = string | Known;

/** Checks that the root issued the signing certificate, that both were valid at `iat`, and what is known of the station. */
export async function readCertificates({ x5c, iat }: SignedBy, expected: Expected | undefined): Promise<ReadChain> {
  const chain = await heldTogether(x5c);
  if (typeof chain === 'string') return { findings: [fail(NAME, chain)] };
  const issued = pass(NAME, 'the station root issued the signing certificate');
  const { root, crl }: Known = typeof expected === 'object' ? expected : { root: expected };
  const back = crl === undefined ? [] : [await checkCalledBack(readCrl(crl), { ...chain, iat })];
  return { findings: [issued, datesOf(chain, iat), pinned(chain, root), ...back], chain };
}

/** The same, and that the key which the header names is the one that the certificates vouch for. */
export async function readChain(
  header: Pick<RecordHeader, 'x5c' | 'iat' | 'kid'>,
  expected: Expected | undefined,
): Promise<ReadChain> {
  const { findings, chain } = await readCertificates(header, expected);
  if (chain === undefined) return { findings };
  const kid = await thumbprint(chain.key);
  const named =
    kid === header.kid
      ? pass('key', kid)
      : fail('key', 'the key named in the header is not the one in the certificate');
  return { findings: [...findings, named], chain };
}
