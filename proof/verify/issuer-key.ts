// Keys of whoever certifies, and the ways in which they sign certificates and lists: an authority's, which need not be
// those of a station.
import { fromHex, hexOf, isSameHash } from '../bytes.ts';
import { BIT_STRING, INTEGER, only, SEQUENCE } from '../der.ts';
import { rawSignature } from './public-key.ts';

type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** Ways of signing, by the DER of their AlgorithmIdentifier in hex (RFC 5758 3.2, RFC 4055 5). */
const WAYS: Readonly<Record<string, { readonly kind: 'EC' | 'RSA'; readonly hash: Hash }>> = {
  '300a06082a8648ce3d040302': { kind: 'EC', hash: 'SHA-256' },
  '300a06082a8648ce3d040303': { kind: 'EC', hash: 'SHA-384' },
  '300a06082a8648ce3d040304': { kind: 'EC', hash: 'SHA-512' },
  '300d06092a864886f70d01010b0500': { kind: 'RSA', hash: 'SHA-256' },
  '300d06092a864886f70d01010c0500': { kind: 'RSA', hash: 'SHA-384' },
  '300d06092a864886f70d01010d0500': { kind: 'RSA', hash: 'SHA-512' },
};

/** What stands before the point of a key, in its one spelling (RFC 5480), and how long a coordinate is. */
const CURVES = [
  { curve: 'P-256', size: 32, before: fromHex('3059301306072a8648ce3d020106082a8648ce3d03010703420004') },
  { curve: 'P-384', size: 48, before: fromHex('3076301006072a8648ce3d020106052b8104002203620004') },
] as const;

const RSA_KEY = '300d06092a864886f70d0101010500';
const LEAST_RSA_BYTES = 256;
const MOST_RSA_BYTES = 1_024;

type IssuerKey = { readonly kind: 'EC'; readonly curve: string; readonly size: number } | { readonly kind: 'RSA' };

/** Bytes of an RSA key's modulus; throws where it is none. */
function modulusBytes(spki: Uint8Array): number {
  const [algorithm, bits] = only(spki, SEQUENCE);
  if (algorithm === undefined || hexOf(algorithm.raw) !== RSA_KEY || bits?.tag !== BIT_STRING) return 0;
  const [modulus] = only(bits.body.subarray(1), SEQUENCE);
  return modulus?.tag === INTEGER ? modulus.body.length - (modulus.body[0] === 0 ? 1 : 0) : 0;
}

function rsaKey(spki: Uint8Array): IssuerKey | undefined {
  try {
    const bytes = modulusBytes(spki);
    return bytes >= LEAST_RSA_BYTES && bytes <= MOST_RSA_BYTES ? { kind: 'RSA' } : undefined;
  } catch {
    return undefined;
  }
}

/** Of which kind a SubjectPublicKeyInfo is: P-256, P-384, RSA from 2,048 bits; undefined for any other. */
export function issuerKey(spki: Uint8Array): IssuerKey | undefined {
  const on = CURVES.find(
    ({ before, size }) =>
      spki.length === before.length + 2 * size && isSameHash(before, spki.subarray(0, before.length)),
  );
  return on === undefined ? rsaKey(spki) : { kind: 'EC', curve: on.curve, size: on.size };
}

export interface Signed {
  readonly toBeSigned: Uint8Array;
  /** DER of the AlgorithmIdentifier. */
  readonly algorithm: Uint8Array;
  readonly signature: Uint8Array;
}

/** The signature as the browser's cryptography wants it; undefined where it is in another spelling. */
function signatureFor(key: IssuerKey, { signature }: Signed): Uint8Array | undefined {
  return key.kind === 'EC' ? rawSignature(signature, key.size) : signature;
}

async function verifyWith(spki: Uint8Array, signed: Signed): Promise<boolean> {
  const way = WAYS[hexOf(signed.algorithm)];
  const key = issuerKey(spki);
  if (way === undefined || key?.kind !== way.kind) return false;
  const signature = signatureFor(key, signed);
  if (signature === undefined) return false;
  const { hash } = way;
  const kind = key.kind === 'EC' ? { name: 'ECDSA', namedCurve: key.curve } : { name: 'RSASSA-PKCS1-v1_5', hash };
  const imported = await crypto.subtle.importKey('spki', new Uint8Array(spki), kind, false, ['verify']);
  const text = new Uint8Array(signed.toBeSigned);
  return crypto.subtle.verify({ name: kind.name, hash }, imported, new Uint8Array(signature), text);
}

/** Whether this key signed it, in one of the ways that are known here. */
export async function isSignedWith(spki: Uint8Array, signed: Signed): Promise<boolean> {
  try {
    return await verifyWith(spki, signed);
  } catch {
    return false;
  }
}
