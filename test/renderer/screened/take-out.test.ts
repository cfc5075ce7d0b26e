import { describe, expect, test } from 'vitest';
import { joinSpans, takeOut } from '../../../renderer/screened/take-out.ts';

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
  ])('%s', (text, word, ...left) => {
    const [sentence, whole] = left;
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

describe('what counts as one thing to take out', () => {
  test('words that stand side by side', () => {
    const text = 'The driver is undocumented immigrant and left';
    const spans = joinSpans(text, [
      [14, 26],
      [27, 36],
    ]);
    expect(spans).toEqual([[14, 36]]);
    expect(spans.map((span) => takeOut(text, span).text)).toEqual(['The driver left']);
  });

  test('words apart stay apart', () => {
    const spans = [
      [4, 14],
      [19, 23],
    ] as const;
    expect(joinSpans('She overstayed her visa', spans)).toEqual(spans);
  });
});
