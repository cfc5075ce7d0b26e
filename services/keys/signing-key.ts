import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { type Outcome, bad, good } from './outcome.ts';
import { readJsonFile, replaceFile } from './safe-files.ts';
import { NONCE_BYTES, seal, unseal } from './sealed-bytes.ts';
import { signingKeyPath } from './station-files.ts';
import type { StationKey } from './station-key.ts';
import { thumbprint } from './thumbprint.ts';
import { thenWiped } from './wipe.ts';

const FORMAT = 'sallyport/signing-key/1';

const signingKeyFile = z.strictObject({
  format: z.literal(FORMAT),
  /** RFC 7638 thumbprint of the public key. */
  kid: z.string(),
  cipher: z.literal('aes-256-gcm'),
  nonce: z.string(),
  /** PKCS#8 DER under the station's `box` key. */
  data: z.string(),
});

/** A private P-256 key, ready for use. */
export type SigningKey = KeyObject;

/** A key made ready from its PKCS#8 DER, which stays as it is. */
export function readPrivateKey(pkcs8: Uint8Array): KeyObject {
  const key = Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.byteLength);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

interface NewSigningKey {
  /** PKCS#8 DER. Whoever made it wipes it. */
  readonly privateKey: Uint8Array;
  readonly key: StationKey;
}

/** Seals the signing key into `signing-key.json`. */
export async function saveSigningKey(
  folder: string,
  { privateKey, key }: NewSigningKey,
  random: (size: number) => Uint8Array,
): Promise<void> {
  const nonce = random(NONCE_BYTES);
  const kid = thumbprint(createPublicKey(readPrivateKey(privateKey)));
  const data = seal(privateKey, { key: key.box, nonce, context: `${FORMAT} ${kid}` });
  const file = { format: FORMAT, kid, cipher: 'aes-256-gcm', nonce: toBase64url(nonce), data: toBase64url(data) };
  await replaceFile(signingKeyPath(folder), `${JSON.stringify(file, null, 2)}\n`);
}

interface Sealed {
  readonly kid: string;
  readonly nonce: Uint8Array;
  readonly data: Uint8Array;
}

function readSealed(json: unknown): Sealed | undefined {
  const file = signingKeyFile.safeParse(json);
  if (!file.success) return undefined;
  const nonce = fromBase64url(file.data.nonce);
  const data = fromBase64url(file.data.data);
  return nonce === undefined || data === undefined ? undefined : { kid: file.data.kid, nonce, data };
}

/** The key that signs records, ready for use and never written elsewhere. */
export async function loadSigningKey(folder: string, key: StationKey): Promise<Outcome<KeyObject>> {
  const file = 'signing-key.json';
  const read = await readJsonFile(signingKeyPath(folder));
  if (!read.ok) return read;
  if (read.value === null) return bad('missing-key', { params: { file } });
  const sealed = readSealed(read.value);
  if (sealed === undefined) return bad('unreadable-file', { field: file, params: { file, why: 'damaged' } });
  const { kid, nonce, data } = sealed;
  const pkcs8 = unseal(data, { key: key.box, nonce, context: `${FORMAT} ${kid}` });
  if (pkcs8 === undefined) return bad('wrong-key', { params: { file } });
  return good(await thenWiped(pkcs8, readPrivateKey));
}
