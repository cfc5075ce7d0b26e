import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { p256Key, thumbprint, verifyDer, verifyEs256 } from '../../../proof/verify/public-key.ts';
import { thumbprint as ownThumbprint } from '../../../services/keys/thumbprint.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = publicKey.export({ format: 'der', type: 'spki' });
const key = p256Key(spki) ?? { spki: Buffer.of() };
const text = Buffer.from('what was signed');
const signatures = Array.from({ length: 40 }, (_, at) => {
  const data = Buffer.from(String(at));
  return { data, signature: sign('sha256', data, { key: privateKey, dsaEncoding: 'der' }) };
});
const der = sign('sha256', text, { key: privateKey, dsaEncoding: 'der' });
const raw = sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' });

/** r and s as DER, each as these bytes. */
function spelled(r: Buffer, s: Buffer): Buffer {
  const number = (bytes: Buffer): Buffer => Buffer.concat([Buffer.of(2, bytes.length), bytes]);
  const body = Buffer.concat([number(r), number(s)]);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}

describe('a public key', () => {
  it('is one on P-256, in one spelling', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey;
    expect(p256Key(spki)).toBeDefined();
    expect(p256Key(other.export({ format: 'der', type: 'spki' }))).toBeUndefined();
    expect(p256Key(spki.subarray(1))).toBeUndefined();
  });

  it('has the thumbprint that Node computes', async () => {
    expect(await thumbprint(key)).toBe(ownThumbprint(publicKey));
  });

  it('that lies on no curve verifies nothing', async () => {
    const moved = Buffer.from(spki);
    moved[90] = (moved[90] ?? 0) ^ 1;
    expect(await verifyEs256(text, raw, { spki: moved })).toBe(false);
  });
});

describe('a signature', () => {
  it('holds over its own text alone, in either spelling', async () => {
    expect(await verifyEs256(text, raw, key)).toBe(true);
    expect(await verifyDer(text, der, key)).toBe(true);
    expect(await verifyDer(Buffer.from('another text'), der, key)).toBe(false);
    for (const { data, signature } of signatures) expect(await verifyDer(data, signature, key)).toBe(true);
  });

  const [r, s] = [raw.subarray(0, 32), raw.subarray(32)];
  const positive = (bytes: Buffer): Buffer => ((bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
  it.each<readonly [string, () => Buffer]>([
    ['with a byte too many before a number', () => spelled(Buffer.concat([Buffer.of(0), positive(r)]), positive(s))],
    ['with a negative number', () => spelled(Buffer.concat([Buffer.of(0xff), r]), positive(s))],
    ['with no number', () => spelled(Buffer.of(), positive(s))],
    ['with bytes behind it', () => Buffer.concat([der, Buffer.of(0)])],
    [
      'with a third number',
      () => Buffer.concat([Buffer.of(0x30, (der[1] ?? 0) + 3), der.subarray(2), Buffer.of(2, 1, 1)]),
    ],
    ['that is empty', () => Buffer.of()],
  ])('is refused %s', async (_name, make) => {
    expect(await verifyDer(text, make(), key)).toBe(false);
  });
});
