// A short part of `npm run faults -- fuzz`, which sends 100,000 messages.
import { expect, it } from 'vitest';
import { fuzzStation } from './fuzz-station.ts';

const MESSAGES = 600;
/** Megabytes that the heap may move about by itself. */
const LEEWAY = 15;

it('every call refuses what no form sends, in words, and nothing grows', async () => {
  const { wrong, taken, refused, heap } = await fuzzStation(MESSAGES, 7);
  expect(wrong).toEqual([]);
  // Most of it got past the door and was judged there.
  expect((refused['unknown-field'] ?? 0) + (refused['wrong-value'] ?? 0)).toBeGreaterThan(MESSAGES / 10);
  expect(taken).toBeLessThan(MESSAGES / 10);
  expect(heap[1] - heap[0]).toBeLessThan(LEEWAY);
});
