import { createPublicKey, type KeyObject } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { readJsonFile, replaceFile } from './safe-files.ts';
import { NONCE_BYTES, seal, unseal } from './sealed-bytes.ts';
import { readPrivateKey } from './signing-key.ts';
import { keyBeforePath } from './station-files.ts';
import type { StationKey } from './station-key.ts';
import { thumbprint } from './thumbprint.ts';
import { thenWiped, wipe } from './wipe.ts';

const FORMAT = 'sallyport/signing-key-before/1';
/** Days in which both keys sign heads: the end of a month, and the clerk's packet after it, lie in them. */
const OVERLAP_DAYS = 40;
const DAY = 86_400_000;

const keyBeforeFile = z.strictObject({
  format: z.literal(FORMAT),
  /** RFC 7638 thumbprint of the public key. */
  kid: z.string(),
  /** ISO time after which it signs nothing, and goes. */
  until: z.iso.datetime(),
  nonce: z.string(),
  /** PKCS#8 DER under the station's `box` key. */
  data: z.string(),
});

type KeyBeforeFile = z.output<typeof keyBeforeFile>;

const contextOf = ({ kid, until }: Pick<KeyBeforeFile, 'kid' | 'until'>): string => `${FORMAT} ${kid} ${until}`;

interface Keeping {
  /** The key that signed until now, private. */
  readonly before: KeyObject;
  readonly key: StationKey;
  readonly now: Date;
  readonly random: (size: number) => Uint8Array;
}

/** Keeps the key whose term ends for the days of the overlap, sealed; answers until when, ISO. */
export async function keepKeyBefore(folder: string, { before, key, now, random }: Keeping): Promise<string> {
  const kid = thumbprint(createPublicKey(before));
  const until = new Date(now.getTime() + OVERLAP_DAYS * DAY).toISOString();
  const nonce = random(NONCE_BYTES);
  const pkcs8 = before.export({ format: 'der', type: 'pkcs8' });
  const data = seal(pkcs8, { key: key.box, nonce, context: contextOf({ kid, until }) });
  wipe(pkcs8);
  const file = { format: FORMAT, kid, until, nonce: toBase64url(nonce), data: toBase64url(data) };
  await replaceFile(keyBeforePath(folder), `${JSON.stringify(file, null, 2)}\n`);
  return until;
}

/** The key before signs nothing from now on. */
export async function dropKeyBefore(folder: string): Promise<void> {
  await rm(keyBeforePath(folder), { force: true });
}

async function readFile(folder: string): Promise<KeyBeforeFile | null> {
  const read = await readJsonFile(keyBeforePath(folder));
  const parsed = keyBeforeFile.safeParse(read.ok ? read.value : null);
  return parsed.success ? parsed.data : null;
}

/** The key before, as long as both sign; null where there is none, or it cannot be read: the new key signs alone then. */
export async function loadKeyBefore(folder: string, key: StationKey, now: Date): Promise<KeyObject | null> {
  const file = await readFile(folder);
  if (file === null) return null;
  if (file.until < now.toISOString()) {
    await dropKeyBefore(folder);
    return null;
  }
  const [nonce, data] = [file.nonce, file.data].map(fromBase64url);
  if (nonce === undefined || data === undefined) return null;
  const pkcs8 = unseal(data, { key: key.box, nonce, context: contextOf(file) });
  return pkcs8 === undefined ? null : thenWiped(pkcs8, readPrivateKey);
}

/** Thumbprint of the key before; null where no file of it is there. Who can open that file can open the key's own. */
export async function kidBefore(folder: string): Promise<string | null> {
  return (await readFile(folder))?.kid ?? null;
}

/** Until when both sign heads, ISO; null where one signs alone. */
export async function overlapUntil(folder: string, now: Date): Promise<string | null> {
  const file = await readFile(folder);
  return file === null || file.until < now.toISOString() ? null : file.until;
}
