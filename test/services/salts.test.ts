import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { salts } from '../../services/ledger/salts.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

it('hands out no byte twice, over many drawings', () => {
  let count = 0;
  // Bytes that count up: whatever comes twice or is left out shows.
  const counting = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => (count += 1) % 251);
  const seen = new Set<string>();
  for (let at = 0; at < 500; at += 1) seen.add(hex(salts(randomBytes, 32)));
  expect(seen.size).toBe(500);
  const [first, second] = [salts(counting, 4), salts(counting, 4)];
  expect([...first, ...second]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it('hands out copies of what it drew at once', () => {
  const drawn: Uint8Array[] = [];
  const watched = (size: number): Uint8Array => {
    const bytes = new Uint8Array(size).fill(7);
    drawn.push(bytes);
    return bytes;
  };
  const taken = salts(watched, 32);
  taken.fill(9);
  expect([...salts(watched, 2)]).toEqual([7, 7]);
  expect(drawn).toHaveLength(1);
});

it('draws as much as is asked, however much that is', () => {
  expect(salts(randomBytes, 100_000)).toHaveLength(100_000);
  expect(salts(randomBytes, 0)).toHaveLength(0);
});
