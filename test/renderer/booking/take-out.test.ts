import { describe, expect, test } from 'vitest';
import { takeOut } from '../../../renderer/booking/take-out.ts';

function without(text: string, word: string): ReturnType<typeof takeOut> {
  const start = text.indexOf(word);
  return takeOut(text, [start, start + word.length]);
}

describe('taking a word out', () => {
  test.each([
    [
      'Knife taken. The suspect is undocumented and gave his name at once. Two witnesses.',
      'undocumented',
      'The suspect gave his name at once.',
      'Knife taken. The suspect gave his name at once. Two witnesses.',
    ],
    ['An undocumented male ran north.', 'undocumented', 'A male ran north.', 'A male ran north.'],
    ['Victim saw a deported officer leave', 'deported', 'Victim saw an officer leave', 'Victim saw an officer leave'],
    ['Undocumented driver stopped.', 'Undocumented', 'Driver stopped.', 'Driver stopped.'],
    ['He said he overstayed, then left.', 'overstayed', 'He said he, then left.', 'He said he, then left.'],
    ['Line one\nundocumented person fled', 'undocumented', 'Person fled', 'Line one\nPerson fled'],
  ])('%s', (text, word, sentence, whole) => {
    expect(without(text, word)).toEqual({ sentence, text: whole });
  });

  test.each([
    ['He ran. The suspect is undocumented. He fell.', 'undocumented', 'He ran. He fell.'],
    ['Undocumented.', 'Undocumented', ''],
    ['The driver was here undocumented', 'undocumented', ''],
  ])('leaves the sentence out where nothing is left of it: %s', (text, word, whole) => {
    expect(without(text, word)).toEqual({ sentence: null, text: whole });
  });
});
