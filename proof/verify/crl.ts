// The list of certificates that a root called back (RFC 5280 5), as far as a record needs it.
import { hexOf, isSameHash, lettersOf, textOf } from '../bytes.ts';
import { BOOLEAN, elementsOf, INTEGER, NotDer, only, SEQUENCE, type Element } from '../der.ts';
import { derOfPem } from '../pem.ts';
import { bitsOf, ECDSA_SHA_256, momentOf, type Certificate } from './certificate.ts';
import { fail, pass, type Finding } from './finding.ts';
import { verifyDer } from './public-key.ts';

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

/** Undefined where it is no such list, or one with rules that are not known here. */
export function readCrl(content: Uint8Array): CallBacks | undefined {
  try {
    const der = derOfPem(textOf(content), LABEL);
    return der === undefined ? undefined : readList(der);
  } catch {
    return undefined;
  }
}

const NAME = 'called back';
const when = (moment: number): string => new Date(moment).toISOString();

async function isOf(list: CallBacks, { subject, key }: Certificate): Promise<boolean> {
  if (key === undefined || !isSameHash(list.issuer, subject) || !isSameHash(list.algorithm, ECDSA_SHA_256))
    return false;
  return verifyDer(list.toBeSigned, list.signature, key);
}

interface Signed {
  readonly signing: Certificate;
  readonly root: Certificate;
  /** Seconds since 1970, by the station's clock. */
  readonly iat: number;
}

/**
 * Whether the certificate was called back before something was signed with it. @param list undefined: what was handed in
 * cannot be read
 */
export async function checkCalledBack(list: CallBacks | undefined, { signing, root, iat }: Signed): Promise<Finding> {
  if (list === undefined) return fail(NAME, 'the list of called-back certificates cannot be read');
  if (!(await isOf(list, root)))
    return fail(NAME, 'the list of called-back certificates is of another station, or was changed');
  const at = list.serials.get(hexOf(signing.serial));
  if (at === undefined) return pass(NAME, `the certificate is not on the list of ${when(list.madeAt)}`);
  return iat * 1_000 < at
    ? pass(
        NAME,
        `the certificate was called back ${when(at)}, after this was signed by the station's clock; a head of the log from before that day, kept elsewhere, proves that it is no later`,
      )
    : fail(NAME, `the certificate was called back ${when(at)}, and this was signed after that`);
}
