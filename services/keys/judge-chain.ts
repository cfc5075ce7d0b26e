import type { Certificate } from '../../proof/verify/certificate.ts';
import { shownName } from '../../proof/verify/certificate-name.ts';
import { problemOf } from '../../proof/verify/links.ts';
import { thumbprint } from '../../proof/verify/public-key.ts';
import { issuerFault, signingFault } from './certificate-faults.ts';
import { readChainFile, type ChainFault } from './chain-file.ts';
import { AGAIN, called, orderFault } from './chain-order.ts';

export interface Judged {
  /** The key that signs today, RFC 7638. */
  readonly kid: string;
  /** Fingerprints of the station's own roots. */
  readonly own: readonly string[];
  readonly now: Date;
}

/** Certificates that may be put in force: the signing one first, the root last. */
export interface SoundChain {
  readonly certificates: readonly Certificate[];
  readonly root: Certificate;
  /** How the authority calls itself; '' where it does not. */
  readonly authority: string;
}

async function kidOf({ key }: Certificate): Promise<string | undefined> {
  return key === undefined ? undefined : thumbprint(key);
}

/** The first certificate is for the very key that signs. */
async function keyFault(certificates: readonly Certificate[], kid: string): Promise<ChainFault | undefined> {
  const kids = await Promise.all(certificates.map(kidOf));
  if (kids[0] === kid) return undefined;
  return kids.includes(kid)
    ? {
        what: `The certificates stand in the wrong order: that of this station’s key is number ${String(kids.indexOf(kid) + 1)}.`,
        next: 'Put it first, then whoever issued it, and so on; the root stands last.',
      }
    : {
        what: 'None of its certificates is for the key that signs today.',
        next: 'Write a new request, if the key was changed since, and bring the answer to that one.',
      };
}

const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

function datesFault(certificates: readonly Certificate[], now: Date): ChainFault | undefined {
  for (const [at, { validFrom, validTo }] of certificates.entries()) {
    if (now.getTime() < validFrom)
      return {
        what: `${called(certificates, at)} holds from ${day(validFrom)} on, which lies ahead.`,
        next: 'Wait until then, or ask the authority whether its clock is right.',
      };
    if (now.getTime() > validTo) return { what: `${called(certificates, at)} ended ${day(validTo)}.`, next: AGAIN };
  }
  return undefined;
}

function powersFault(certificates: readonly Certificate[]): ChainFault | undefined {
  const last = certificates.length - 1;
  for (const [at, one] of certificates.entries()) {
    const lacks = at === 0 ? signingFault(one) : issuerFault(one, at - 1, at === last);
    if (lacks !== undefined) return { what: `${called(certificates, at)} ${lacks}.`, next: AGAIN };
  }
  return undefined;
}

/** What only all together shows, as `verify` asks it. */
async function wholeFault(certificates: readonly Certificate[]): Promise<ChainFault | undefined> {
  const [signing, ...issuers] = certificates;
  const root = issuers.at(-1);
  if (signing === undefined || root === undefined) return { what: 'The root is missing.', next: AGAIN };
  const problem = await problemOf({ signing, issuers, root });
  return problem === undefined ? undefined : { what: `It does not hold together: ${problem}.`, next: AGAIN };
}

function ownFault(certificates: readonly Certificate[], own: readonly string[]): ChainFault | undefined {
  return certificates.some(({ fingerprint }) => own.includes(fingerprint))
    ? { what: 'It leads to this station’s own root.', next: 'That is in force without it: go back to the own root.' }
    : undefined;
}

/** Judges a file from a town's authority: the sound chain in it, or the first fault. */
export async function judgeChain(text: string, { kid, own, now }: Judged): Promise<SoundChain | ChainFault> {
  const read = await readChainFile(text);
  if (!('certificates' in read)) return read;
  const { certificates } = read;
  const questions = [
    () => keyFault(certificates, kid),
    () => ownFault(certificates, own),
    () => orderFault(certificates),
    () => datesFault(certificates, now),
    () => powersFault(certificates),
    () => wholeFault(certificates),
  ];
  for (const ask of questions) {
    const fault = await ask();
    if (fault !== undefined) return fault;
  }
  const root = certificates.at(-1);
  if (root === undefined) return { what: 'The root is missing.', next: AGAIN };
  return { certificates, root, authority: shownName(root.subject) };
}
