import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';
import type { ScreenField } from '../../../policy/screen/verdict.ts';
import { HOSTILE, hostileText } from '../../support/hostile-texts.ts';

function milliseconds(text: string, field: ScreenField = 'narrative'): number {
  const times = [0, 1, 2].map(() => {
    // Time of the processor, not of the clock: other programs may have the machine.
    const from = process.cpuUsage();
    screen(text, field);
    return process.cpuUsage(from).user / 1_000;
  });
  return Math.min(...times);
}

describe('hostile text', { timeout: 120_000 }, () => {
  it.each(HOSTILE)('%s take time in proportion to their length', (_, unit) => {
    const [short, long] = [milliseconds(hostileText(unit, 30_000)), milliseconds(hostileText(unit, 480_000))];
    // Sixteen times the text: a quadratic pattern would take 256 times as long.
    expect(long).toBeLessThan(Math.max(short, 2) * 90);
  });

  it.each(['name', 'address'] as const)('a %s full of words of the topic takes time in proportion too', (field) => {
    const [short, long] = [milliseconds('daca '.repeat(2_000), field), milliseconds('daca '.repeat(16_000), field)];
    // Eight times the text: a quadratic pattern would take 64 times as long.
    expect(long).toBeLessThan(Math.max(short, 2) * 30);
  });
});
