import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['spaces', ' '],
  ['dashes', '-'],
  ['letters', 'a'],
  ['spelt letters', 'a '],
  ['a blocked word', 'deported '],
  ['an ambiguous word', 'illegal '],
  ['the agency', 'ICE '],
  ['beginnings of numbers', 'A 012 345 67'],
  ['numbers after a trap', 'case no. A12345678 '],
  ['cut phrases', 'not    legally      in      the      '],
  ['punctuation of contexts', '"\'#( '],
  ['zero-width spaces', '\u200b'],
  ['Cyrillic', 'иммиграция '],
  ['combining marks', 'e\u0301'],
];

function milliseconds(text: string): number {
  const times = [0, 1, 2].map(() => {
    // Time of the processor, not of the clock: other programs may have the machine.
    const from = process.cpuUsage();
    screen(text, 'narrative');
    return process.cpuUsage(from).user / 1_000;
  });
  return Math.min(...times);
}

describe('hostile text', () => {
  it.each(HOSTILE)('%s take time in proportion to their length', (_, unit) => {
    const text = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    const [short, long] = [milliseconds(text(30_000)), milliseconds(text(480_000))];
    // Sixteen times the text: a quadratic pattern would take 256 times as long.
    expect(long).toBeLessThan(Math.max(short, 2) * 90);
  });
});
