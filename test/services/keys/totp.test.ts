import { describe, expect, it } from 'vitest';
import { digestOfCode, isRecoveryCode, makeRecoveryCodes, placeOfCode } from '../../../services/keys/recovery-codes.ts';
import { authenticatorUri, codeOf, stepAt, stepOfCode, toBase32 } from '../../../services/keys/totp.ts';

const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const SEED = ascii('12345678901234567890');

describe('codes by counter', () => {
  // RFC 4226, appendix D.
  const CODES = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ');
  it.each(CODES.map((code, counter) => [counter, code] as const))(
    'are those of the standard: %i, %s',
    (counter, code) => {
      expect(codeOf(SEED, counter)).toBe(code);
    },
  );
});

describe('codes by time', () => {
  const SEEDS = {
    sha1: SEED,
    sha256: ascii('12345678901234567890123456789012'),
    sha512: ascii('1234567890123456789012345678901234567890123456789012345678901234'),
  } as const;
  // RFC 6238, appendix B.
  const VECTORS: readonly (readonly [number, readonly [string, string, string]])[] = [
    [59, ['94287082', '46119246', '90693936']],
    [1_111_111_109, ['07081804', '68084774', '25091201']],
    [1_111_111_111, ['14050471', '67062674', '99943326']],
    [1_234_567_890, ['89005924', '91819424', '93441116']],
    [2_000_000_000, ['69279037', '90698825', '38618901']],
    [20_000_000_000, ['65353130', '77737706', '47863826']],
  ];
  it.each(VECTORS)('are those of the standard at %i', (seconds, [sha1, sha256, sha512]) => {
    const step = stepAt(new Date(seconds * 1000));
    expect(codeOf(SEEDS.sha1, step, { digits: 8 })).toBe(sha1);
    expect(codeOf(SEEDS.sha256, step, { digits: 8, algorithm: 'sha256' })).toBe(sha256);
    expect(codeOf(SEEDS.sha512, step, { digits: 8, algorithm: 'sha512' })).toBe(sha512);
  });

  it('count one step before and after, and no further', () => {
    const now = new Date(1_111_111_111_000);
    const step = stepAt(now);
    const at = (off: number): number | null => stepOfCode(SEED, codeOf(SEED, step + off), now);
    expect([-2, -1, 0, 1, 2].map(at)).toEqual([null, step - 1, step, step + 1, null]);
    expect(stepOfCode(SEED, '050 471', now)).toBe(step);
    for (const typed of ['', '05047', '0504711', 'abcdef', '٠٥٠٤٧١', '050471\u0000']) {
      expect([typed, stepOfCode(SEED, typed, now)]).toEqual([typed, null]);
    }
  });
});

describe('the square', () => {
  // RFC 4648, 10, without padding.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('tells bytes in base 32: %s', (text, base32) => {
    expect(toBase32(ascii(text))).toBe(base32);
  });

  it('says whose secret it is and where, with every name as it should stand in an address', () => {
    const uri = new URL(authenticatorUri(SEED, { station: 'Exampleton Police: desk', name: 'bo' }));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('Exampleton Police: desk:bo');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      issuer: 'Exampleton Police: desk',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});

describe('recovery codes', () => {
  const salt = new Uint8Array(16).fill(7);
  let next = 0;
  const codes = makeRecoveryCodes((size) => Uint8Array.from({ length: size }, () => (next += 11) & 255));
  const digests = codes.map((code) => digestOfCode(code, salt));

  it('are ten different ones, found however they are typed, and only under their salt', () => {
    expect(new Set(codes).size).toBe(10);
    for (const [place, code] of codes.entries()) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(placeOfCode(` ${code.toLowerCase().replace('-', ' ')} `, digests, salt)).toBe(place);
      expect(placeOfCode(code, digests, new Uint8Array(16))).toBeNull();
      expect(isRecoveryCode(code)).toBe(true);
    }
    expect(placeOfCode('00000-00000', digests, salt)).toBeNull();
    expect(isRecoveryCode('123456')).toBe(false);
  });
});
