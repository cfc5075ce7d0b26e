import { z } from 'zod';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { NONCE_BYTES, seal, unseal } from './sealed-bytes.ts';

/** Every factor is as long as every other one. */
const LENGTH = 640;

const factorText = z.strictObject({ secret: z.string(), salt: z.string(), codes: z.array(z.string()) });

/** What proves that somebody holds their second factor. */
export interface FactorSecret {
  /** Empty where somebody has security keys and no phone. */
  readonly secret: Uint8Array;
  readonly salt: Uint8Array;
  /** Digests of the recovery codes, base64url. */
  readonly codes: readonly string[];
}

/** Whether a phone shows codes for it; otherwise it holds recovery codes alone, beside security keys. */
export function hasCode({ secret }: FactorSecret): boolean {
  return secret.length > 0;
}

interface SealedFactor {
  /** Base64url. */
  readonly nonce: string;
  readonly sealed: Uint8Array;
}

const contextOf = (factorId: string): string => `sallyport/second-factor/1 ${factorId}`;

/** Seals a factor under the station's box key, bound to its id: another's row does not open in its place. */
export function sealFactor(
  { secret, salt, codes }: FactorSecret,
  key: Uint8Array,
  bound: { readonly factorId: string; readonly random: (size: number) => Uint8Array },
): SealedFactor {
  const plain = Buffer.alloc(LENGTH, ' ');
  plain.write(JSON.stringify({ secret: toBase64url(secret), salt: toBase64url(salt), codes }));
  const nonce = bound.random(NONCE_BYTES);
  const sealed = seal(plain, { key, nonce, context: contextOf(bound.factorId) });
  return { nonce: toBase64url(nonce), sealed };
}

/** Null where it is not what was sealed for this factor. */
export function unsealFactor({ nonce, sealed }: SealedFactor, key: Uint8Array, factorId: string): FactorSecret | null {
  const context = contextOf(factorId);
  const plain = unseal(sealed, { key, nonce: fromBase64url(nonce) ?? new Uint8Array(), context });
  if (plain === undefined) return null;
  const { secret, salt, codes } = factorText.parse(JSON.parse(Buffer.from(plain).toString('utf8')));
  return { secret: fromBase64url(secret) ?? new Uint8Array(), salt: fromBase64url(salt) ?? new Uint8Array(), codes };
}
