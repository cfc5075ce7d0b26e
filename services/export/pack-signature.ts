import { X509Certificate, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { thumbprint } from '../keys/thumbprint.ts';
import { jcs } from '../ledger/jcs.ts';
import type { StationCertificate } from '../keys/in-force.ts';
import { signEs256 } from './es256.ts';
import { chainOf } from './sdjwt.ts';

const TYPE = 'policy-adoption+jws';

/** What the signature is over: which pack, in which log, when and by whom. */
export interface AdoptionStatement {
  /** SHA-256 of the pack's canonical JSON, hex. */
  readonly digest: string;
  readonly log: string;
  readonly adoptedAt: string;
  readonly adoptedBy: string;
}

const payloadOf = ({ digest, log, adoptedAt, adoptedBy }: AdoptionStatement): string =>
  toBase64url(Buffer.from(jcs({ v: 1, digest, log, adoptedAt, adoptedBy }), 'utf8'));

/** `header..signature`: a compact JWS, ES256, whose payload is the statement's canonical JSON and is left out. */
export function signAdoption(statement: AdoptionStatement, key: KeyObject): string {
  const kid = thumbprint(createPublicKey(key));
  const header = toBase64url(Buffer.from(jcs({ alg: 'ES256', kid, typ: TYPE }), 'utf8'));
  const signed = Buffer.from(`${header}.${payloadOf(statement)}`);
  return `${header}..${toBase64url(signEs256(signed, key))}`;
}

const adoptionHeader = z.strictObject({ alg: z.literal('ES256'), kid: z.string(), typ: z.literal(TYPE) });

function kidOf(header: string): string | undefined {
  const read = adoptionHeader.safeParse(JSON.parse(Buffer.from(header, 'base64url').toString('utf8')));
  return read.success ? read.data.kid : undefined;
}

function keyOf(certificates: readonly StationCertificate[], kid: string): KeyObject {
  const [signing] = chainOf(certificates, kid);
  return new X509Certificate(signing ?? '').publicKey;
}

/** True where a signing certificate of this station, issued by its root, made the signature over exactly this. Never throws. */
export function adoptionHolds(
  signature: string,
  statement: AdoptionStatement,
  certificates: readonly StationCertificate[],
): boolean {
  try {
    const [header = '', payload, mark = '', ...rest] = signature.split('.');
    const kid = kidOf(header);
    const bytes = fromBase64url(mark);
    if (kid === undefined || bytes === undefined || payload !== '' || rest.length > 0) return false;
    const key = keyOf(certificates, kid);
    const signed = Buffer.from(`${header}.${payloadOf(statement)}`);
    return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes);
  } catch {
    return false;
  }
}
