// Every ECDSA signature (r, s) has a twin (r, n - s) that anybody can make and every verifier takes (SEC 1, 4.1.4).
import { hash } from 'node:crypto';
import { cmsOf } from '../../proof/cms.ts';
import { concat, fromHex, hexOf } from '../../proof/bytes.ts';
import { der, INTEGER, only, SEQUENCE } from '../../proof/der.ts';
import { certificatesIn, findPdfSignature } from '../../proof/verify/pdf-signature.ts';

/** Order of P-256 (SEC 2, 2.4.2). */
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
const NUMBER = 32;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${hexOf(bytes)}`);
const bytesOf = (number: bigint): Uint8Array => fromHex(number.toString(16).padStart(2 * NUMBER, '0'));

/** Of a signature as r and s, 32 bytes each. */
export function twinOf(signature: Uint8Array): Uint8Array {
  return concat(signature.subarray(0, NUMBER), bytesOf(ORDER - numberOf(signature.subarray(NUMBER))));
}

function integer(number: bigint): Uint8Array {
  const digits = number.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return der(INTEGER, fromHex(/^[89a-f]/.test(even) ? `00${even}` : even));
}

/** Of a signature in DER. */
export function twinOfDer(signature: Uint8Array): Uint8Array {
  const [r, s] = only(signature, SEQUENCE);
  if (r === undefined || s === undefined) throw new RangeError('signature');
  return der(SEQUENCE, r.raw, integer(ORDER - numberOf(s.body)));
}

/** A PDF whose signature is the twin of what the station made; nothing else of it changes. */
export function twinOfPdf(pdf: Buffer): Buffer {
  const found = findPdfSignature(pdf.toString('latin1'));
  if ('ok' in found) throw new Error(found.detail);
  const { from, to, content } = found;
  const [signing = content, ...issuers] = certificatesIn(found);
  const digest = hash('sha256', concat(pdf.subarray(0, from), pdf.subarray(to)), 'buffer');
  const signed = { digest, signing, signingDigest: hash('sha256', signing, 'buffer'), issuers };
  const length = 4 + content.subarray(2, 4).reduce((sum, byte) => sum * 256 + byte, 0);
  // The signature stands last, in an OCTET STRING of some seventy bytes.
  const cms = content.subarray(0, length);
  const at = cms.findLastIndex(
    (byte, index) => byte === 0x04 && cms[index + 2] === 0x30 && index + 2 + (cms[index + 1] ?? 0) === length,
  );
  const twin = hexOf(cmsOf(signed, twinOfDer(cms.subarray(at + 2))));
  const changed = Buffer.from(pdf);
  changed.write(twin.padEnd(to - from - 2, '0'), from + 1, 'latin1');
  return changed;
}
