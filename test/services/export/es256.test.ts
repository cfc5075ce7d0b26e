import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signEs256 } from '../../../services/export/es256.ts';

describe('a signature of ES256', () => {
  it('has both numbers at full length, short ones too, and Node takes it', () => {
    const { privateKey, publicKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const texts = Array.from({ length: 2_000 }, (_, at) => Buffer.from(`record ${String(at)}`));
    const signed = texts.map((text) => ({ text, signature: signEs256(text, privateKey) }));
    expect(signed.filter(({ signature }) => signature.length !== 64)).toEqual([]);
    const refused = signed.filter(
      ({ text, signature }) => !verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, signature),
    );
    expect(refused).toEqual([]);
    // One number in 256 begins with a zero.
    expect(signed.some(({ signature }) => signature[0] === 0 || signature[32] === 0)).toBe(true);
  });
});
