import type { Certificate } from '../../proof/verify/certificate.ts';
import { holderOf, isStationRoot, saidBy, shownName } from '../../proof/verify/certificate-name.ts';
import { problemOf } from '../../proof/verify/links.ts';
import { thumbprint } from '../../proof/verify/public-key.ts';
import { issuerFault, signingFault } from './certificate-faults.ts';
import { readChainFile, type ChainFault } from './chain-file.ts';
import { AGAIN, called, orderFault } from './chain-order.ts';
import { holderName, SIGNS, type Holder } from './holder-name.ts';

export interface Judged {
  /** The key that signs today, RFC 7638. */
  readonly kid: string;
  /** Fingerprints of the station's own roots. */
  readonly own: readonly string[];
  /** Whom the request named. */
  readonly holder: Holder;
  readonly now: Date;
}

/** Certificates that may be put in force: the signing one first, the root last. */
export interface SoundChain {
  readonly certificates: readonly Certificate[];
  readonly root: Certificate;
  /** How the authority calls itself. */
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

const KINDS = { CN: '550403', O: '55040a', OU: '55040b' } as const;

/** Whoever else the authority certified leads to the same root: only the name tells this station from them. */
function holderFault([signing]: readonly Certificate[], holder: Holder): ChainFault | undefined {
  const { O, OU, CN } = holderName(holder, SIGNS);
  const asked = [`${KINDS.CN} ${CN}`, `${KINDS.O} ${O}`, `${KINDS.OU} ${OU}`].sort();
  const said = signing === undefined ? undefined : saidBy(signing.subject);
  if (signing !== undefined && JSON.stringify(said) === JSON.stringify(asked)) return undefined;
  const named = signing === undefined ? 'nobody' : holderOf(signing.subject);
  return {
    what: `The certificate of this station’s key names ${named}, which is not the name that the request asked for: CN "${CN}", O "${O}", OU "${OU}" and nothing else.`,
    next: 'Ask the authority to issue it again under that name: recipients know the station by it.',
  };
}

/** The root of an authority has a name of its own: recipients are told of it by name. */
function rootNameFault(certificates: readonly Certificate[]): ChainFault | undefined {
  const name = shownName(certificates.at(-1)?.subject ?? new Uint8Array());
  if (name.trim() === '')
    return { what: 'The root has no name that can be read (CN or O).', next: 'Ask the authority for a root with one.' };
  return isStationRoot(name)
    ? {
        what: `The root calls itself “${name}”, as only the root that a station made itself does.`,
        next: 'Ask the authority for a root under a name of its own.',
      }
    : undefined;
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
export async function judgeChain(text: string, { kid, own, holder, now }: Judged): Promise<SoundChain | ChainFault> {
  const read = await readChainFile(text);
  if (!('certificates' in read)) return read;
  const { certificates } = read;
  const questions = [
    () => keyFault(certificates, kid),
    () => ownFault(certificates, own),
    () => orderFault(certificates),
    () => holderFault(certificates, holder),
    () => rootNameFault(certificates),
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
