// The list of certificates that a root called back (RFC 5280 5), as far as a record needs it.
import { hexOf, isSameHash, lettersOf, textOf } from '../bytes.ts';
import { BOOLEAN, elementsOf, INTEGER, NotDer, only, SEQUENCE, type Element } from '../der.ts';
import { derOfPem } from '../pem.ts';
import { bitsOf, momentOf, type Certificate } from './certificate.ts';
import { shownName } from './certificate-name.ts';
import { fail, pass, type Finding } from './finding.ts';
import { isSignedWith } from './issuer-key.ts';

export interface CallBacks {
  readonly issuer: Uint8Array;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** When each was called back, by its serial number: the integer's DER in hex. */
  readonly serials: ReadonlyMap<string, number>;
  readonly toBeSigned: Uint8Array;
  readonly algorithm: Uint8Array;
  readonly signature: Uint8Array;
}

const LABEL = 'X509 CRL';
const EXTENSIONS = 0xa0;

/** Whether a file says of itself that it is such a list. */
export function isCrl(content: Uint8Array): boolean {
  return lettersOf(content.subarray(0, 200)).includes(`-----BEGIN ${LABEL}-----`);
}

/** An extension that changes what the list means, such as one that makes it a part of another. */
function isCritical({ body }: Element): boolean {
  return elementsOf(body).some(({ tag }) => tag === BOOLEAN);
}

function lineOf({ body }: Element): readonly [serial: string, at: number] {
  const [serial, at] = elementsOf(body);
  if (serial?.tag !== INTEGER || at === undefined) throw new NotDer();
  return [hexOf(serial.raw), momentOf(at)];
}

/** What is signed of a list, from its issuer on. Throws where something is missing or not known here. */
function readSigned(toBeSigned: Element): Pick<CallBacks, 'issuer' | 'madeAt' | 'serials'> {
  const inside = elementsOf(toBeSigned.body);
  const [, issuer, made, ...rest] = inside[0]?.tag === INTEGER ? inside.slice(1) : inside;
  const extensions = rest.find(({ tag }) => tag === EXTENSIONS);
  if (issuer === undefined || made === undefined) throw new NotDer();
  if (extensions !== undefined && only(extensions.body, SEQUENCE).some(isCritical)) throw new NotDer();
  const lines = rest.find(({ tag }) => tag === SEQUENCE);
  const serials = new Map(lines === undefined ? [] : elementsOf(lines.body).map(lineOf));
  return { issuer: issuer.raw, madeAt: momentOf(made), serials };
}

function readList(der: Uint8Array): CallBacks {
  const [toBeSigned, algorithm, signature] = only(der, SEQUENCE);
  if (toBeSigned === undefined || algorithm === undefined || signature === undefined) throw new NotDer();
  const signed = { toBeSigned: toBeSigned.raw, algorithm: algorithm.raw, signature: bitsOf(signature) };
  return { ...readSigned(toBeSigned), ...signed };
}

const END = `-----END ${LABEL}-----`;

function listOf(pem: string): CallBacks | undefined {
  try {
    const der = derOfPem(pem, LABEL);
    return der === undefined ? undefined : readList(der);
  } catch {
    return undefined;
  }
}

/** The lists of a file, one or several; undefined where one is none, or has rules that are not known here. */
export function readCrls(content: Uint8Array): readonly CallBacks[] | undefined {
  const blocks = textOf(content)
    .split(END)
    .filter((one) => one.trim() !== '');
  const lists = blocks.map((block) => listOf(block + END));
  return lists.length === 0 || lists.includes(undefined) ? undefined : lists.filter((one) => one !== undefined);
}

const NAME = 'called back';
const when = (moment: number): string => new Date(moment).toISOString();

async function isOf(list: CallBacks, { subject, spki }: Certificate): Promise<boolean> {
  return isSameHash(list.issuer, subject) && (await isSignedWith(spki, list));
}

/** The certificate that a list can say something about: the one that its issuer issued. */
async function toldOf(list: CallBacks, { signing, issuers }: Signed): Promise<Certificate | undefined> {
  for (const [at, issuer] of issuers.entries()) if (await isOf(list, issuer)) return [signing, ...issuers][at];
  return undefined;
}

/** What one list says: when the certificate was called back, if it was; undefined where the list is of other people. */
async function toldBy(list: CallBacks, signed: Signed): Promise<Told | undefined> {
  const certificate = await toldOf(list, signed);
  if (certificate === undefined) return undefined;
  return { certificate, madeAt: list.madeAt, at: list.serials.get(hexOf(certificate.serial)) ?? Infinity };
}

interface Told {
  readonly certificate: Certificate;
  readonly madeAt: number;
  readonly at: number;
}

/** Certificates under the root of which no list told, in words. */
function untold(told: readonly Told[], { signing, issuers }: Signed): string {
  const under = [signing, ...issuers.slice(0, -1)];
  const names = under.flatMap((one, at) => {
    if (told.some(({ certificate }) => certificate === one)) return [];
    return [at === 0 ? 'the signing certificate' : `issuer ${String(at)} "${shownName(one.subject)}"`];
  });
  return names.length === 0 ? '' : `; no list told of ${names.join(', ')}`;
}

/** The day up to which the lists told of every certificate they told of: of each the newest, of those the oldest. */
function toldUntil(told: readonly Told[]): number {
  const newest = new Map<Certificate, number>();
  for (const { certificate, madeAt } of told)
    newest.set(certificate, Math.max(madeAt, newest.get(certificate) ?? -Infinity));
  return Math.min(...newest.values());
}

/** What lists say on which none of the certificates is. */
function clean(told: readonly Told[], signed: Signed): Finding {
  const ofSigning = told.some(({ certificate }) => certificate === signed.signing);
  const what = ofSigning ? 'the certificate' : 'an issuer of it';
  return pass(NAME, `${what} is not on the list of ${when(toldUntil(told))}${untold(told, signed)}`);
}

interface Signed {
  readonly signing: Certificate;
  /** Everything above it, the root last. */
  readonly issuers: readonly Certificate[];
  /** Seconds since 1970, by the station's clock. */
  readonly iat: number;
}

/** What is said of a certificate called back no later than it signed: in one second, nobody can tell which came first. */
function tooLate(signed: number, at: number): string {
  const began = `the certificate was called back ${when(at)}, and this was signed`;
  return signed === at
    ? `${began} in the same second: that it was signed before cannot be told`
    : `${began} after that`;
}

/**
 * Whether a certificate was called back before something was signed with it. Both times are whole seconds; the same
 * second is not before. @param lists undefined: what was handed in cannot be read
 */
export async function checkCalledBack(lists: readonly CallBacks[] | undefined, signed: Signed): Promise<Finding> {
  if (lists === undefined) return fail(NAME, 'the list of called-back certificates cannot be read');
  const told = (await Promise.all(lists.map((list) => toldBy(list, signed)))).filter((one) => one !== undefined);
  if (told.length === 0)
    return fail(NAME, 'the list of called-back certificates is of another station, or was changed');
  const at = Math.min(...told.map((one) => one.at));
  if (at === Infinity) return clean(told, signed);
  const signedAt = signed.iat * 1_000;
  return signedAt < at
    ? pass(
        NAME,
        `the certificate was called back ${when(at)}, after this was signed by the station's clock; a head of the log from before that day, kept elsewhere, proves that it is no later`,
      )
    : fail(NAME, tooLate(signedAt, at));
}
