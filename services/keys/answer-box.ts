import { createHash } from 'node:crypto';
import type { MatterDetail } from '../../policy/matters/matter.ts';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { bad, good, type Outcome } from './outcome.ts';
import { NONCE_BYTES, seal, unseal } from './sealed-bytes.ts';

/** Every answer is as long as every other one: its length tells nothing. */
const LENGTH = 256;

export interface SealedBox {
  /** Base64url. */
  readonly nonce: string;
  readonly sealed: Uint8Array;
  /** Of the sealed bytes, hex: what the entry commits to. */
  readonly sha256: string;
}

const contextOf = (matterId: string): string => `sallyport/answer/1 ${matterId}`;

/** Seals what the boxes say under the station's box key, bound to its matter. @throws RangeError beyond 256 bytes */
export function sealAnswer(
  told: MatterDetail,
  key: Uint8Array,
  bound: { readonly matterId: string; readonly random: (size: number) => Uint8Array },
): SealedBox {
  const plain = Buffer.alloc(LENGTH, ' ');
  const bytes = Buffer.from(JSON.stringify(told));
  if (bytes.length > LENGTH) throw new RangeError('an answer is longer than its box');
  bytes.copy(plain);
  const nonce = bound.random(NONCE_BYTES);
  const sealed = seal(plain, { key, nonce, context: contextOf(bound.matterId) });
  return { nonce: toBase64url(nonce), sealed, sha256: createHash('sha256').update(sealed).digest('hex') };
}

function toDetail(text: string): MatterDetail {
  const value: unknown = JSON.parse(text);
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** What the boxes said; `damaged-database` where it is not what was sealed for this matter. */
export function unsealAnswer(
  { nonce, sealed }: Pick<SealedBox, 'nonce' | 'sealed'>,
  key: Uint8Array,
  matterId: string,
): Outcome<MatterDetail> {
  const plain = unseal(sealed, {
    key,
    nonce: fromBase64url(nonce) ?? new Uint8Array(),
    context: contextOf(matterId),
  });
  if (plain === undefined) return bad('damaged-database', { params: { what: 'This answer is not as it was sealed' } });
  return good(toDetail(Buffer.from(plain).toString('utf8')));
}
