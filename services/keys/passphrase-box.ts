import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { BLOCK, isReadableLn, SALT_BYTES, SCRYPT_LN, stretch, type Stretching } from './scrypt.ts';
import { NONCE_BYTES, seal, unseal } from './sealed-bytes.ts';
import { thenWiped } from './wipe.ts';

const base64url = z.string().regex(/^[\w-]+$/);

/** A secret under a passphrase, as JSON. `kdf` names the stretching, so that another one can follow. */
export const passphraseBox = z.strictObject({
  format: z.string(),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    /** A power of two. */
    N: z.number().refine((cost) => isReadableLn(Math.log2(cost))),
    r: z.literal(BLOCK.r),
    p: z.literal(BLOCK.p),
    salt: base64url,
  }),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64url,
  /** Encrypted bytes and their tag; the format's name is bound to them. */
  data: base64url,
  /** SHA-256 over the rest, to tell a damaged box from a wrong passphrase. */
  check: base64url,
});
export type PassphraseBox = Readonly<z.output<typeof passphraseBox>>;

export type BoxAnswer =
  | { readonly kind: 'opened'; readonly secret: Uint8Array }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'damaged' };

interface Closing extends Stretching {
  /** Name of what is inside; a box of another format does not open in its place. */
  readonly format: string;
  readonly passphrase: string;
}

function checkOf(box: Omit<PassphraseBox, 'check'>): string {
  const { format, kdf, nonce, data } = box;
  return createHash('sha256').update([format, kdf.N, kdf.salt, nonce, data].join('.')).digest('base64url');
}

export async function closeBox(secret: Uint8Array, closing: Closing): Promise<PassphraseBox> {
  const { format, passphrase, random, scryptLn = SCRYPT_LN } = closing;
  const salt = random(SALT_BYTES);
  const nonce = random(NONCE_BYTES);
  const data = await thenWiped(await stretch(passphrase, salt, scryptLn), (key) =>
    seal(secret, { key, nonce, context: format }),
  );
  const box = {
    format,
    kdf: { name: 'scrypt' as const, N: 2 ** scryptLn, ...BLOCK, salt: toBase64url(salt) },
    cipher: 'aes-256-gcm' as const,
    nonce: toBase64url(nonce),
    data: toBase64url(data),
  };
  return { ...box, check: checkOf(box) };
}

/** `box` is what stood in a file: anything may be there. */
export async function openBox(box: unknown, format: string, passphrase: string): Promise<BoxAnswer> {
  const read = passphraseBox.safeParse(box);
  if (!read.success || read.data.format !== format || checkOf(read.data) !== read.data.check)
    return { kind: 'damaged' };
  const salt = fromBase64url(read.data.kdf.salt);
  const nonce = fromBase64url(read.data.nonce);
  const data = fromBase64url(read.data.data);
  if (salt === undefined || nonce === undefined || data === undefined) return { kind: 'damaged' };
  const secret = await thenWiped(await stretch(passphrase, salt, Math.log2(read.data.kdf.N)), (key) =>
    unseal(data, { key, nonce, context: format }),
  );
  return secret === undefined ? { kind: 'wrong-passphrase' } : { kind: 'opened', secret };
}
