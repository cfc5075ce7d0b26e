import { pbkdf2 } from 'node:crypto';
import { z } from 'zod';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';
import { NONCE_BYTES, seal, unseal } from './sealed-bytes.ts';
import { joinedAndWiped, thenWiped, wipe } from './wipe.ts';

const ALG = 'PBES2-HS512+A256KW';
const ROUNDS = 600_000;
const SALT_BYTES = 32;
const TAG_BYTES = 16;
/** Behind the header: wrapped key, nonce, encrypted bytes, tag. */
const PARTS = 4;
const WRAPPED_BYTES = 40;

const header = z.strictObject({
  alg: z.literal(ALG),
  enc: z.literal('A256GCM'),
  p2c: z.int().min(ROUNDS).max(10_000_000),
  p2s: z.string(),
});

export type JweAnswer =
  | { readonly kind: 'opened'; readonly secret: Uint8Array }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'damaged' };

/** RFC 7518 4.8.1.1: the salt is the algorithm's name, a zero byte, and `p2s`. */
function wrappingKey(passphrase: string, salt: Uint8Array, rounds: number): Promise<Uint8Array> {
  const whole = Buffer.concat([Buffer.from(`${ALG}\0`), salt]);
  const typed = Buffer.from(passphrase);
  return new Promise((resolve, reject) => {
    pbkdf2(typed, whole, rounds, 32, 'sha512', (fault, key) => {
      wipe(typed);
      if (fault === null) resolve(joinedAndWiped([key]));
      else reject(fault);
    });
  });
}

/** Compact JWE (RFC 7516) under a passphrase, so that other programs can open it without this one. */
export async function encryptJwe(
  secret: Uint8Array,
  passphrase: string,
  random: (size: number) => Uint8Array,
): Promise<string> {
  const salt = random(SALT_BYTES);
  const fields = { alg: ALG, enc: 'A256GCM', p2c: ROUNDS, p2s: toBase64url(salt) };
  const protectedHeader = toBase64url(Buffer.from(JSON.stringify(fields)));
  const contentKey = random(32);
  const nonce = random(NONCE_BYTES);
  const sealed = seal(secret, { key: contentKey, nonce, context: protectedHeader });
  const wrapped = await thenWiped(await wrappingKey(passphrase, salt, ROUNDS), (key) => wrapKey(contentKey, key));
  wipe(contentKey);
  const parts = [wrapped, nonce, sealed.subarray(0, -TAG_BYTES), sealed.subarray(-TAG_BYTES)];
  return [protectedHeader, ...parts.map((part) => toBase64url(part))].join('.');
}

interface Parts {
  readonly protectedHeader: string;
  readonly rounds: number;
  readonly salt: Uint8Array;
  readonly wrapped: Uint8Array;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
}

function readHeader(text: string): { readonly p2c: number; readonly salt: Uint8Array } | undefined {
  try {
    const parsed = header.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    const salt = parsed.success ? fromBase64url(parsed.data.p2s) : undefined;
    return parsed.success && salt !== undefined ? { p2c: parsed.data.p2c, salt } : undefined;
  } catch {
    return undefined;
  }
}

function readParts(jwe: string): Parts | undefined {
  const [protectedHeader = '', ...rest] = jwe.split('.');
  const fields = readHeader(protectedHeader);
  const parts = rest.map((part) => fromBase64url(part) ?? new Uint8Array());
  const [wrappedLength, nonceLength, , tagLength] = parts.map((part) => part.length);
  if (fields === undefined || parts.length !== PARTS || tagLength !== TAG_BYTES) return undefined;
  if (wrappedLength !== WRAPPED_BYTES || nonceLength !== NONCE_BYTES) return undefined;
  const all = Buffer.concat(parts);
  const sealedFrom = WRAPPED_BYTES + NONCE_BYTES;
  return {
    protectedHeader,
    rounds: fields.p2c,
    salt: fields.salt,
    wrapped: all.subarray(0, WRAPPED_BYTES),
    nonce: all.subarray(WRAPPED_BYTES, sealedFrom),
    sealed: all.subarray(sealedFrom),
  };
}

/** Opens what `encryptJwe` wrote. */
export async function decryptJwe(jwe: string, passphrase: string): Promise<JweAnswer> {
  const parts = readParts(jwe);
  if (parts === undefined) return { kind: 'damaged' };
  const { protectedHeader: context, rounds, salt, wrapped, nonce, sealed } = parts;
  const key = await thenWiped(await wrappingKey(passphrase, salt, rounds), (wrapping) => unwrapKey(wrapped, wrapping));
  if (key === undefined) return { kind: 'wrong-passphrase' };
  const secret = await thenWiped(key, () => unseal(sealed, { key, nonce, context }));
  return secret === undefined ? { kind: 'damaged' } : { kind: 'opened', secret };
}
