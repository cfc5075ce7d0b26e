import { createPublicKey, type KeyObject } from 'node:crypto';
import type { StationCertificate } from '../keys/in-force.ts';
import { signEs256 } from './es256.ts';
import { chainOf } from './sdjwt.ts';
import { toBase64url } from '../../proof/base64.ts';
import { thumbprint } from '../keys/thumbprint.ts';
import { jcs } from '../ledger/jcs.ts';

/** What may be signed besides records, each under a type of its own so that none can pass for another. */
export type StatementType = 'leak-report+jws' | 'sallyport-backup+jws' | 'sallyport-copies+jws';

/** A compact JWS, ES256, over the canonical JSON of a statement, with the certificates that say whose key it is. */
export function signStatement(
  statement: unknown,
  type: StatementType,
  { key, certificates }: { readonly key: KeyObject; readonly certificates: readonly StationCertificate[] },
): string {
  const kid = thumbprint(createPublicKey(key));
  const x5c = chainOf(certificates, kid).map((der) => Buffer.from(der).toString('base64'));
  const header = toBase64url(Buffer.from(jcs({ alg: 'ES256', typ: type, kid, x5c }), 'utf8'));
  const signed = `${header}.${toBase64url(Buffer.from(jcs(statement), 'utf8'))}`;
  return `${signed}.${toBase64url(signEs256(Buffer.from(signed), key))}`;
}
