import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jcs } from '../../../services/ledger/jcs.ts';
import vectors from '../../vectors/rfc8785-jcs.json' with { type: 'json' };

describe('canonical JSON', () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))(
    'writes the published example %s byte for byte',
    (_name, vector) => {
      const value: unknown = JSON.parse(Buffer.from(vector.inputBase64, 'base64').toString('utf8'));
      expect(Buffer.from(jcs(value), 'utf8').toString('hex')).toBe(vector.outputHex);
    },
  );

  it('writes a list of texts as any other value is written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), (texts) => {
        expect(jcs(texts)).toBe(canonicalize(texts));
      }),
    );
    expect(jcs(['\u2028', '\u0001', '"', '\\', '\u007f'])).toBe(
      canonicalize(['\u2028', '\u0001', '"', '\\', '\u007f']),
    );
    expect(() => jcs(['\ud800'])).toThrow();
  });

  it('leaves out members that are not there', () => {
    expect(jcs({ b: 1, a: undefined, c: [null] })).toBe('{"b":1,"c":[null]}');
  });

  it.each([
    ['a lone surrogate', ['\ud800']],
    ['a number that is none', [Number.NaN]],
    ['an endless number', [Number.POSITIVE_INFINITY]],
    ['nothing at all', undefined],
  ])('refuses %s', (_name, value) => {
    expect(() => jcs(value)).toThrow(expect.objectContaining({ name: 'NotJson', code: 'not-json' }));
  });
});
