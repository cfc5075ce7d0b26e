import { concat, firstDifference, fromHex, hexOf, isSameHash } from '../bytes.ts';
import { cmsOf, toBeSigned, type Signed } from '../cms.ts';
import { elementsOf, OCTETS, only, SEQUENCE, type Element } from '../der.ts';
import type { Chain } from './chain.ts';
import { sha256 } from './digest.ts';
import { fail, pass, type Finding } from './finding.ts';
import { verifyDer } from './public-key.ts';

/** The signature field of a PDF, taken out of its bytes. */
export interface PdfSignature {
  /** Where the signature stands: of its `<`, and behind its `>`. */
  readonly from: number;
  readonly to: number;
  /** CMS in DER, and the zeros behind it. */
  readonly content: Uint8Array;
  /** `D:20261125064107Z` */
  readonly signedAt: string;
}

const NAME = 'pdf';
const FIELD =
  /\/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10})\] *\n\/Contents <([0-9a-f]*)>\n\/M \((D:\d{14}Z)\)\n>>\nendobj\n/;

function countOf(text: string, words: string): number {
  return text.split(words).length - 1;
}

function countProblem(text: string): string | undefined {
  const count = countOf(text, '/ByteRange');
  if (count === 0) return 'there is no signature in it';
  if (count > 1) return `there are ${String(count)} signatures in it; a record has one`;
  return undefined;
}

/**
 * Finds the one signature of a PDF; its range must be all of the file but the signature itself.
 * @param text the file, one letter a byte
 */
export function findPdfSignature(text: string): PdfSignature | Finding {
  const problem = countProblem(text);
  if (problem !== undefined) return fail(NAME, problem);
  const found = FIELD.exec(text);
  if (found === null) return fail(NAME, 'the signature is not written as the format says', text.indexOf('/ByteRange'));
  const [, before, after, length, hex = '', signedAt = ''] = found;
  const from = text.indexOf('<', found.index);
  const to = from + hex.length + 2;
  if (Number(before) !== from || Number(after) !== to)
    return fail(NAME, 'the signature does not stand where it says', found.index);
  if (to + Number(length) !== text.length)
    return fail(
      NAME,
      'the signature does not cover the whole file: it was cut, or something was added',
      to + Number(length),
    );
  return { from, to, content: fromHex(hex), signedAt };
}

const inside = (element: Element | undefined): readonly Element[] => elementsOf(element?.body ?? new Uint8Array());

/** The last value of the only signer: ECDSA in DER. Throws where it is no CMS. */
function signatureIn(cms: Uint8Array): Uint8Array {
  const [, wrapped] = only(cms, SEQUENCE);
  const signers = inside(inside(wrapped)[0]).at(-1);
  const last = inside(inside(signers)[0]).at(-1);
  return last?.tag === OCTETS ? last.body : new Uint8Array();
}

/** The CMS without the zeros behind it; undefined where something else is there. */
function cmsIn(content: Uint8Array): Uint8Array | undefined {
  const [, , high = 0, low = 0] = content;
  const length = 4 + 256 * high + low;
  return content.subarray(length).every((byte) => byte === 0) ? content.subarray(0, length) : undefined;
}

/** The certificates that the signature brings, the root last, DER. Throws where it is no CMS. */
export function certificatesIn({ content }: PdfSignature): readonly Uint8Array[] {
  const cms = cmsIn(content);
  const [, wrapped] = only(cms ?? new Uint8Array(), SEQUENCE);
  const [, , , certificates] = inside(inside(wrapped)[0]);
  return inside(certificates).map(({ raw }) => raw);
}

const CHANGED = 'the file was changed after it was signed';

async function judge(
  cms: Uint8Array,
  signed: Signed,
  { chain, from }: { readonly chain: Chain; readonly from: number },
): Promise<Finding> {
  const signature = signatureIn(cms);
  const expected = cmsOf(signed, signature);
  if (!isSameHash(cms, expected)) {
    const at = from + 1 + 2 * firstDifference(cms, expected);
    return hexOf(cms).includes(hexOf(signed.digest))
      ? fail(NAME, 'the signature is not the one of this station, or was changed', at)
      : fail(NAME, CHANGED);
  }
  const holds = await verifyDer(toBeSigned(signed), signature, chain.key);
  return holds
    ? pass(NAME, 'one signature over the whole file, by the key of the certificate')
    : fail(NAME, 'the signature was changed, or another key made it', from);
}

/**
 * Checks the signature of a PDF (PAdES B-B). There is one way to write it, so it is built anew from its parts and
 * compared byte for byte.
 */
export async function checkPdfSignature(file: Uint8Array, found: PdfSignature, chain: Chain): Promise<Finding> {
  const { from, to, content } = found;
  const { signing, issuers } = chain;
  const digest = await sha256(concat(file.subarray(0, from), file.subarray(to)));
  const signed = {
    digest,
    signing: signing.raw,
    signingDigest: signing.digest,
    issuers: issuers.map(({ raw }) => raw),
  };
  try {
    const cms = cmsIn(content);
    return cms === undefined
      ? fail(NAME, 'there is more behind the signature', from)
      : await judge(cms, signed, { chain, from });
  } catch {
    return fail(NAME, 'the signature cannot be read', from);
  }
}
