import { describe, expect, it } from 'vitest';
import { explain, type Explanation } from '../../../policy/screen/explanation.ts';
import { screen } from '../../../policy/screen/screen.ts';
import { TaughtList } from '../../../policy/screen/taught.ts';
import type { ScreenField } from '../../../policy/screen/verdict.ts';
import { readLabelled } from '../../screen/labelled.ts';
import { BY_WORDS } from '../../support/false-hits.ts';

const explained = (text: string, field: ScreenField = 'narrative'): readonly Explanation[] =>
  explain(text, { field, start: 0, end: text.length });

const wordsOf = (shown: readonly { readonly text: string }[] | undefined): readonly string[] =>
  (shown ?? []).map(({ text }) => text);

describe('why a place is refused', () => {
  it('is told of a wording of the lists: what it is, and on which clause', () => {
    expect(explained('The suspect is undocumented and gave his name at once.')).toMatchObject([
      {
        ...{ category: 'status-statement', clause: '1(b)', by: 'list', disguised: false },
        words: { text: 'undocumented', start: 15, end: 27 },
      },
    ]);
  });

  it('names words that would have told otherwise and stand nowhere, and weighs the others of the sentence', () => {
    const text = 'The driver is undocumented and works off the books.';
    const found = explained(text);
    const otherwise = found.flatMap((one) => one.otherwise);
    expect(otherwise.length).toBeGreaterThan(0);
    expect(otherwise.filter((word) => text.includes(word))).toEqual([]);
    const weighed = found.flatMap(({ sentence }) => wordsOf(sentence?.for));
    expect([weighed.length > 0, weighed.includes('undocumented')]).toEqual([true, false]);
  });

  it('names the words around it that the rule asked for, as they were typed', () => {
    const text = 'One Alien was removed with his Passport.';
    const found = explained(text).find(({ words }) => words.text === 'Alien');
    expect(wordsOf(found?.needed)).toEqual(expect.arrayContaining(['removed', 'Passport']));
    for (const { start, end, text: shown } of found?.needed ?? []) expect(text.slice(start, end)).toBe(shown);
  });

  it('says that the words were read as they are meant, and shows them as they are typed', () => {
    expect(explained('The driver is und0cumented and left.')).toMatchObject([
      { words: { text: 'und0cumented' }, by: 'list', disguised: true },
    ]);
  });

  it('is the shape of a number, a form or a code, whatever stands around it', () => {
    expect(explained('The card says A123456789.')[0]).toMatchObject({ by: 'shape', category: 'identifier' });
    expect(explained('A form I-94 lay there.')[0]).toMatchObject({ by: 'shape', category: 'form' });
    expect(explained('IMM', 'code')[0]).toMatchObject({ by: 'shape', category: 'code', sentence: null });
  });

  it('is the sentence as a whole where no phrase tells it: the heaviest words are named', () => {
    const narratives = readLabelled('corpus').filter(({ field, split }) => field === 'narrative' && split === 'test');
    const found = narratives.flatMap(({ text }) =>
      explained(text)
        .filter(({ by }) => by === 'sentence')
        .map(({ sentence }) => ({ text, weighed: wordsOf(sentence?.for) })),
    );
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(({ weighed }) => weighed.length > 0).length).toBeGreaterThan(found.length / 2);
    for (const { text, weighed } of found) for (const word of weighed) expect(text).toContain(word);
  }, 120_000);

  it('is told once of the same words, and of the place that is asked about alone', () => {
    const text = 'He is undocumented. The number is A123456789 there.';
    const [start, end] = screen(text, 'narrative').spans.at(-1) ?? [0, 0];
    const found = explain(text, { field: 'narrative', start, end });
    expect(new Set(found.map(({ words }) => words.start)).size).toBe(found.length);
    expect(found.every(({ category }) => category === 'identifier')).toBe(true);
  });

  it('is told of nothing that passes, also where a phrase was taught', () => {
    const at = { field: 'narrative', start: 0, end: BY_WORDS.text.length } as const;
    expect(explain(BY_WORDS.text, at).length).toBe(1);
    expect(explain(BY_WORDS.text, at, new TaughtList([BY_WORDS.taught]))).toEqual([]);
    expect(explained('Calm all night.')).toEqual([]);
  });

  it('is found for what the screen refuses, in three languages', () => {
    const texts = readLabelled('corpus').filter((_, at) => at % 8 === 0);
    const shaped = new Set(['identifier', 'form', 'code']);
    const found = texts.flatMap(({ text, field }) =>
      screen(text, field).spans.flatMap(([start, end]) => explain(text, { field, start, end })),
    );
    const unexplained = found.filter(({ by, category }) => by === 'shape' && !shaped.has(category));
    expect(found.length).toBeGreaterThan(500);
    expect(unexplained.length / found.length).toBeLessThan(0.005);
  }, 300_000);
});
