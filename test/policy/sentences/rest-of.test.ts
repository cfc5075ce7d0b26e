import { describe, expect, it } from 'vitest';
import { verdictOn } from '../../../renderer/screened/refused-place.ts';
import { sentencesLeft } from '../../../policy/sentences/rest-of.ts';

const rest = (text: string): string => sentencesLeft(text, (one) => verdictOn(one, 'narrative'));

describe('what is left of a refused text', () => {
  it.each([
    ['Calm all night. The driver is undocumented and left. Needs insulin.', 'Calm all night. Needs insulin.'],
    ['He is undocumented.', ''],
    ['Found at the mill.', 'Found at the mill.'],
    [
      'He is undocumented. Calm all night. A123456789 was on him. Needs insulin at 0600.',
      'Calm all night. Needs insulin at 0600.',
    ],
    ['ICE placed a detainer on him at noon. Slept.', 'Slept.'],
  ])('is its other whole sentences: %s', (text, expected) => {
    expect(rest(text)).toBe(expected);
    expect(verdictOn(rest(text), 'narrative').blocked).toBe(false);
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
    expect(rest(text)).toBe(expected);
  });

  it.each([
    ['Calm. ICE\nplaced a detainer on him at noon.\nSlept.', 'Calm. \nSlept.'],
    ['He asked twice. He is\nundocumented. Needs insulin.', 'He asked twice. Needs insulin.'],
    ['He is undocumented and has a\ndetainer on him. Needs insulin.', 'Needs insulin.'],
    ['He is\nundocumented and has a\ndetainer on him. Slept.', 'Slept.'],
    ['Slept.\nThe driver, who is undocumented\nand drunk, left. Slept.', 'Slept.\nSlept.'],
    [
      'Calm all night\nHe was told by his\nundocumented cousin\nto leave\nNeeds insulin',
      /^Calm all night\n+Needs insulin$/,
    ],
    ['Calm all night\n\nHe is undocumented\n- needs insulin', /^Calm all night\n+- needs insulin$/],
    ['Calm all night,\nHe is undocumented', ''],
  ])('is no sentence that was broken over lines and lost one of them: %s', (text, expected) => {
    expect(rest(text)).toMatch(typeof expected === 'string' ? new RegExp(`^${expected}$`, 'u') : expected);
  });

  it('loses nothing around very many of them, and ends', () => {
    const text = `Calm all night. ${'He is undocumented and an illegal alien. '.repeat(60)}Needs insulin.`;
    expect(rest(text)).toBe('Calm all night. Needs insulin.');
  });
});
