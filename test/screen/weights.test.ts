import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { screen } from '../../policy/screen/screen.ts';
import { readLabelled } from './labelled.ts';
import { scoreOf } from './score.ts';
import { learnWeights } from './learn.ts';
import { compilePhrases } from './phrase-compiler.ts';

const kept = (name: string): string => readFileSync(resolve(import.meta.dirname, '../../policy/screen', name), 'utf8');

describe('the table of phrases', () => {
  it('is what the lists make, to the letter', () => {
    expect(compilePhrases() === kept('phrase-table.json')).toBe(true);
  });
});

describe('the weights of the screen', { timeout: 600_000 }, () => {
  it('are what the train half teaches, to the letter', () => {
    expect(learnWeights() === kept('weights.json')).toBe(true);
  });

  it.each([
    {
      name: 'the test half',
      texts: () => readLabelled('corpus').filter(({ split }) => split === 'test'),
      least: 0.91,
      most: 0.06,
    },
    { name: 'the fresh sets', texts: () => readLabelled('fresh'), least: 0.97, most: 0.03 },
  ])('find what they have come to find in $name, short of the goals as it is', ({ texts, least, most }) => {
    const { found, missed, needless, passed } = scoreOf(texts());
    expect(found / (found + missed)).toBeGreaterThan(least);
    expect(needless / (needless + passed)).toBeLessThan(most);
  });

  it('read what is written in disguise, and miss no A-number as it is usually written', () => {
    const texts = [...readLabelled('corpus').filter(({ split }) => split === 'test'), ...readLabelled('fresh')];
    const { found, missed } = scoreOf(texts.filter(({ evasion }) => evasion));
    expect(found / (found + missed)).toBeGreaterThan(0.9);
    const numbers = texts.filter(({ text, tells }) => tells && /\bA[-# ]?\d{3}[- ]?\d{3}[- ]?\d{3}\b/.test(text));
    expect(scoreOf(numbers).missed).toBe(0);
  });

  it('take a doubtful phrase back where the sentence is about something else, and say so', () => {
    const text =
      'The rink manager said that the ice agents delivered for the hockey tournament had melted on the truck.';
    expect(screen(text, 'narrative').blocked).toBe(false);
  });

  it('ask more of a sentence about what the station asks and records', () => {
    const text = 'Explained to the group that police here will not ask how they came to the country.';
    expect(screen(text, 'narrative').blocked).toBe(false);
    expect(screen('Her cousin told the group how they came to the country.', 'narrative').blocked).toBe(true);
  });

  it('tell status where no phrase of the lists does, and point at the sentence', () => {
    const before = 'Parties were separated and advised. ';
    const text = `${before}She has been waiting three years for her papers to come through and cannot travel until then.`;
    const { blocked, findings } = screen(text, 'narrative');
    expect(blocked).toBe(true);
    expect(findings.map(({ category, start }) => [category, start >= before.length])).toEqual([['sentence', true]]);
  });
});
