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

  it.each([
    ['He asked "is he an illegal alien?" and then fell down the stairs. Slept.', 'Slept.'],
    ['"Are you undocumented?" the officer asked him at noon. Slept.', 'Slept.'],
    ['He asked: "Are you undocumented?" Slept.', 'Slept.'],
    ['He (is he undocumented?) slept well. Slept.', 'Slept.'],
    ['He is (illegal!) here and undocumented since 2014. Slept.', 'Slept.'],
    ['Calm. "He is undocumented." Needs insulin.', 'Calm. Needs insulin.'],
    ['Calm.\n"He is undocumented."\nSlept.', 'Calm.\nSlept.'],
    ['Calm all night (he is undocumented.) Slept.', 'Slept.'],
    ['He said "I am undocumented." and slept. Calm.', 'Calm.'],
    ['Stopped by Ofc. Sample, who said\n"He is undocumented" to the nurse. Slept.', 'Slept.'],
    ['Told Capt.\nSample he is undocumented. Slept.', 'Slept.'],
    ['He told the nurse the following:\nhe is undocumented. Slept.', 'Slept.'],
    ['He does not own the knife;\nHe is undocumented;\nAnd so is his wife. Slept.', 'Slept.'],
    ['He is undocumented... and so is his wife. Slept.', 'Slept.'],
    ['He is undocumented…\nand so is his wife. Slept.', 'Slept.'],
    ['He is undocumented… Needs insulin.', 'Needs insulin.'],
    ['He is undocumented. - Needs insulin.', '- Needs insulin.'],
    ['مريض. He is undocumented. يحتاج الأنسولين.', 'مريض. يحتاج الأنسولين.'],
    ['هل هو undocumented؟ يحتاج الأنسولين.', 'يحتاج الأنسولين.'],
  ])('ends with a mark where another sentence begins: %j', (text, expected) => {
    expect(rest(text)).toBe(expected);
  });

  it.each([
    ['Slept.\n  He is undocumented.\nNeeds insulin.', 'Slept.\nNeeds insulin.'],
    ['Slept.\n  He is undocumented. Calm.\nNeeds insulin.', 'Slept.\n  Calm.\nNeeds insulin.'],
    ['Slept.\n\nHe is undocumented.\n\nNeeds insulin.', 'Slept.\n\nNeeds insulin.'],
    ['Slept.\n \n\tHe is undocumented. \n\t\n\tCalm.', 'Slept.\n \n\tCalm.'],
  ])('leaves no empty line where a line was: %j', (text, expected) => {
    expect(rest(text)).toBe(expected);
  });

  it('loses nothing around very many of them, and ends', () => {
    const text = `Calm all night. ${'He is undocumented and an illegal alien. '.repeat(60)}Needs insulin.`;
    expect(rest(text)).toBe('Calm all night. Needs insulin.');
  });
});
