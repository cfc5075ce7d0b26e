import { describe, expect, it } from 'vitest';
import { olderWaysText, readOlderWays, readWays, wayText } from '../../../proof/verify/ways.ts';

const hash = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const [one, two] = [[hash(1), hash(2)], [hash(3)]];

describe('ways from older heads, in one file', () => {
  it('are read as they were written', () => {
    const ways = new Map([
      [1234, one],
      [18, two],
    ]);
    const text = olderWaysText(ways);
    expect(text).toBe(`1234\n${wayText(one)}\n18\n${wayText(two)}`);
    expect(readOlderWays(text)).toEqual(ways);
    expect(readWays(text)).toEqual([one, two]);
  });

  it.each([
    ['nothing', ''],
    ['a size that is none', `0\n${wayText(two)}`],
    ['hashes without a size', wayText(one)],
    ['a line that is no base64', '18\nno hash!\n'],
  ])('are none where there is %s', (_name, text) => {
    expect([...readOlderWays(text)]).toEqual([]);
  });

  it('are told from the way in a file of its own', () => {
    expect(readWays(wayText(one))).toEqual([one]);
    expect(readWays('no hash!\n')).toEqual([]);
  });
});
