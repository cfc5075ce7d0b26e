import { timingSafeEqual } from 'node:crypto';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { isReadableLn, SALT_BYTES, SCRYPT_LN, stretch, type Stretching } from './scrypt.ts';
import { thenWiped } from './wipe.ts';

const RECORD = /^\$scrypt\$ln=(\d{2}),r=8,p=1\$([\w-]+)\$([\w-]+)$/;

/** A record that proves a passphrase and does not tell it: `$scrypt$ln=17,r=8,p=1$salt$key` (CJIS IA-5: salted, one way). */
export async function makeVerifier(passphrase: string, { random, scryptLn = SCRYPT_LN }: Stretching): Promise<string> {
  const salt = random(SALT_BYTES);
  const key = await thenWiped(await stretch(passphrase, salt, scryptLn), toBase64url);
  return `$scrypt$ln=${String(scryptLn)},r=8,p=1$${toBase64url(salt)}$${key}`;
}

interface Proof {
  readonly ln: number;
  readonly salt: Uint8Array;
  readonly key: Uint8Array;
}

function readRecord(verifier: string): Proof | null {
  const [, cost, saltText = '', keyText = ''] = RECORD.exec(verifier) ?? [];
  const [ln, salt, key] = [Number(cost), fromBase64url(saltText), fromBase64url(keyText)];
  return isReadableLn(ln) && salt !== undefined && key?.length === 32 ? { ln, salt, key } : null;
}

/** As much work as a passphrase of somebody, for a name that nobody has: waiting does not tell which names there are. */
export async function workForNobody(passphrase: string, { scryptLn = SCRYPT_LN }: Stretching): Promise<void> {
  await thenWiped(await stretch(passphrase, new Uint8Array(SALT_BYTES), scryptLn), () => null);
}

/** Compares in constant time, at the cost that the record names. A record that cannot be read proves nothing. */
export async function verifyPassphrase(passphrase: string, verifier: string): Promise<boolean> {
  const record = readRecord(verifier);
  if (record === null) return false;
  return thenWiped(await stretch(passphrase, record.salt, record.ln), (key) => timingSafeEqual(key, record.key));
}
