import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { code } from '../../policy/screen/coded.ts';
import kept from '../../policy/screen/net.json' with { type: 'json' };
import { readSentence } from '../../policy/screen/net.ts';
import { screen } from '../../policy/screen/screen.ts';
import { SCREEN_FIELDS } from '../../policy/screen/verdict.ts';
import { readLabelled } from './labelled.ts';
import { netExamples } from './net-examples.ts';
import { netSource } from './net-learn.ts';

const example = z.object({
  field: z.number(),
  kinds: z.array(z.number()),
  signs: z.array(z.number()),
  words: z.array(z.string()),
});

describe('the net of the screen', { timeout: 60_000 }, () => {
  it('is learned from the texts and lists that stand here', () => {
    expect(kept.learnedFrom).toBe(netSource());
  });

  it('reads a sentence as it did where it was learned, but for what the letters round', () => {
    const texts = readLabelled('corpus').filter(({ split }) => split === 'train');
    const shown = netExamples(texts.slice(0, kept.readings.length + 20)).slice(0, kept.readings.length);
    const far = shown.filter((line, at) => {
      const { words, signs, field: place } = example.parse(JSON.parse(line));
      const coded = code(words);
      const read = readSentence({
        coded,
        field: SCREEN_FIELDS[place] ?? 'narrative',
        sentence: [0, words.length],
        signsOf: Uint8Array.from(signs),
      });
      const [whole = 0, highest = 0] = kept.readings[at] ?? [];
      return Math.abs(read.whole - whole) > 0.5 || Math.abs(Math.max(...read.words) - highest) > 0.5;
    });
    expect(kept.readings.length).toBeGreaterThanOrEqual(40);
    expect(far).toEqual([]);
  });

  it('tells two sentences of the same words apart', () => {
    const blocked = (text: string): boolean => screen(text, 'narrative').blocked;
    expect(blocked('He had the dog without papers and crossed the street.')).toBe(false);
    expect(blocked('He crossed without papers.')).toBe(true);
  });
});
