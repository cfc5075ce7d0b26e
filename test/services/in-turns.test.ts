import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTurns } from '../../services/in-turns.ts';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_none, at) => at);

describe('a long list that is worked through in turns', () => {
  it.each([0, 1, 499, 500, 501, 1_234])('leaves none of %i out and keeps their order', async (count) => {
    const turns: number[] = [];
    const worked = await inTurns(numbers(count), (some) => {
      turns.push(some.length);
      return some.map((one) => 2 * one);
    });
    expect(worked).toEqual(numbers(count).map((one) => 2 * one));
    expect(Math.max(0, ...turns)).toBeLessThanOrEqual(500);
  });

  it('lets others work between two turns', async () => {
    const heard: string[] = [];
    const list = inTurns(numbers(1_200), (some) => {
      heard.push(`turn of ${String(some.length)}`);
      return some;
    });
    await setImmediate();
    heard.push('somebody else');
    await list;
    expect(heard.at(-1)).toBe('turn of 200');
    expect(heard).toHaveLength(4);
  });
});
