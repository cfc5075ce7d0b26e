import { fromBase64 } from '../base64.ts';
import { certificatesPem } from '../pem.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import { checkCalledBack, readCrls } from './crl.ts';
import { fail, pass, type Finding } from './finding.ts';
import type { RecordHeader } from './header.ts';
import { problemOf, type Links } from './links.ts';
import { issuedBy, pinned } from './pinned.ts';
import { thumbprint, type PublicKey } from './public-key.ts';

/** Certificates that hold, and the key that they vouch for. */
export interface Chain extends Links {
  readonly key: PublicKey;
}

/** Text of `station-signing.pem`: the signing certificate, and behind it the issuers between it and the root. */
export function signingFile({ signing, issuers }: Chain): string {
  return certificatesPem([signing, ...issuers.slice(0, -1)].map(({ raw }) => raw));
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

function covers({ validFrom, validTo }: Certificate, moment: number): boolean {
  return validFrom <= moment && moment <= validTo;
}

function datesOf({ signing, issuers }: Links, iat: number): Finding {
  const signedAt = new Date(iat * 1000);
  if (Number.isNaN(signedAt.getTime())) return fail('validity', 'the time of signing is no time');
  const valid = [signing, ...issuers].every((one) => covers(one, signedAt.getTime()));
  const all = issuers.length === 1 ? 'both' : 'all';
  const when = signedAt.toISOString();
  return valid
    ? pass('validity', `signed ${when} by the station's clock, while ${all} certificates were valid`)
    : fail('validity', `signed ${when}, when a certificate was not valid`);
}

/** The certificates, if they hold; otherwise what is wrong with them. */
async function holdTogether(x5c: RecordHeader['x5c']): Promise<Chain | string> {
  const read = await Promise.all(x5c.map(certificateOf));
  const [signing, ...issuers] = read.filter((one) => one !== undefined);
  const root = issuers.at(-1);
  if (signing === undefined || root === undefined || read.includes(undefined)) return 'a certificate cannot be read';
  const problem = await problemOf({ signing, issuers, root });
  if (problem !== undefined) return problem;
  return signing.key === undefined ? 'the signing key is not on P-256' : { signing, issuers, root, key: signing.key };
}

/** Records of one station bring the same certificates, one after the other: the last ones are not judged twice. */
let last: { readonly x5c: string; readonly held: Promise<Chain | string> } | undefined;

function heldTogether(x5c: RecordHeader['x5c']): Promise<Chain | string> {
  const told = x5c.join();
  if (last?.x5c !== told) last = { x5c: told, held: holdTogether(x5c) };
  return last.held;
}

/** Whose signature something carries, and when it was made: the certificates, base64 DER, the root last. */
export type SignedBy = Pick<RecordHeader, 'x5c' | 'iat'>;

/** What a recipient knows from elsewhere: the fingerprint of the root, or several with commas between; what was called back. */
export interface Known {
  readonly root?: string | undefined;
  /** As it was handed in; what cannot be read is a fault of it. */
  readonly crl?: Uint8Array | undefined;
}

/** A fingerprint alone, or all that is known. */
export type Expected = string | Known;

/** Checks that each certificate was issued by the next, that all were valid at `iat`, and what is known of the station. */
export async function readCertificates({ x5c, iat }: SignedBy, expected: Expected | undefined): Promise<ReadChain> {
  const chain = await heldTogether(x5c);
  if (typeof chain === 'string') return { findings: [fail(NAME, chain)] };
  const issued = pass(NAME, issuedBy(chain));
  const { root, crl }: Known = typeof expected === 'object' ? expected : { root: expected };
  const back = crl === undefined ? [] : [await checkCalledBack(readCrls(crl), { ...chain, iat })];
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
