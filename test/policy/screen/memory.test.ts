import { describe, expect, it } from 'vitest';
import { screenWithMemory } from '../../../policy/screen/memory.ts';
import { screen } from '../../../policy/screen/screen.ts';

const TEXTS = [
  'Ice pack applied to the left wrist.',
  'Stated he overstayed a visa.',
  'Speaks with an accent.',
  `${'Walked to the car and back. '.repeat(20)}Nothing further.`,
  `${'Walked to the car and back. '.repeat(20)}He is undocumented.`,
] as const;

describe('the memory of the screen', () => {
  it('answers as the screen does, the first time and the next', () => {
    for (const text of [...TEXTS, ...TEXTS]) {
      expect(screenWithMemory(text, 'narrative'), text).toEqual(screen(text, 'narrative'));
    }
  });

  it('remembers what passes and reads anew what does not', () => {
    const kept = TEXTS.map((text) => screenWithMemory(text, 'remarks') === screenWithMemory(text, 'remarks'));
    expect(kept).toEqual(TEXTS.map((text) => !screen(text, 'remarks').blocked));
  });

  it('keeps kinds of text apart', () => {
    expect(screenWithMemory('Ice', 'name').blocked).toBe(false);
    expect(screenWithMemory('ICE', 'agency').blocked).toBe(true);
  });

  it('still answers after more texts than it holds', () => {
    for (let at = 0; at < 3_000; at += 1) screenWithMemory(`Sample Street ${String(at)}`, 'address');
    expect(screenWithMemory('Sample Street 1', 'address').blocked).toBe(false);
  });
});
