import { describe, expect, it } from 'vitest';
import { verdictOn } from '../../../renderer/screened/refused-place.ts';
import { restOf, sentencesLeft } from '../../../renderer/screened/rest-of.ts';

const rest = (text: string): string => restOf(text, (one) => verdictOn(one, 'narrative'));

describe('what is left of a refused text', () => {
  it.each([
    [
      'Calm all night. The driver is undocumented and left. Needs insulin.',
      'Calm all night. The driver left. Needs insulin.',
    ],
    ['He is undocumented.', ''],
    ['Found at the mill.', 'Found at the mill.'],
    [
      'He is undocumented. Calm all night. A123456789 was on him. Needs insulin at 0600.',
      /^Calm all night\..*Needs insulin at 0600\.$/,
    ],
  ])('is everything but the refused words: %s', (text, expected) => {
    if (typeof expected === 'string') expect(rest(text)).toBe(expected);
    else expect(rest(text)).toMatch(expected);
    expect(verdictOn(rest(text), 'narrative').blocked).toBe(false);
  });

  it('is its other sentences for whoever keeps it unasked', () => {
    const text = 'Calm all night. The driver is undocumented and left. Needs insulin.';
    const left = (given: string): string => sentencesLeft(given, (one) => verdictOn(one, 'narrative'));
    expect([left(text), left('He is undocumented, she said.')]).toEqual(['Calm all night. Needs insulin.', '']);
  });

  it.each([
    [
      'Found calm. He had an ICE\nhold placed, immigration status unknown.\nShoes were taken and he was given water at ten and slept.',
      'Found calm. \nShoes were taken and he was given water at ten and slept.',
    ],
    [
      'He is here without\npapers and is an illegal alien and undocumented.\nHe was calm all night and needs insulin at 0600.',
      'He was calm all night and needs insulin at 0600.',
    ],
  ])('loses no other sentence where marks reach over the end of a line: %s', (text, expected) => {
    expect(sentencesLeft(text, (one) => verdictOn(one, 'narrative'))).toBe(expected);
  });

  it('loses nothing around very many of them, and ends', () => {
    const text = `Calm all night. ${'He is undocumented and an illegal alien. '.repeat(60)}Needs insulin.`;
    expect(rest(text)).toBe('Calm all night. Needs insulin.');
  });
});
