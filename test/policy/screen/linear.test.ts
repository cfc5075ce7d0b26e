import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';
import { HOSTILE, hostileText } from '../../support/hostile-texts.ts';

function milliseconds(text: string): number {
  const times = [0, 1, 2].map(() => {
    // Time of the processor, not of the clock: other programs may have the machine.
    const from = process.cpuUsage();
    screen(text, 'narrative');
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
});
