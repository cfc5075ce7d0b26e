import { describe, expect, it } from 'vitest';
import { fold } from '../../../policy/screen/fold.ts';
import { hidden } from '../../../policy/screen/hidden.ts';

const words = (text: string): readonly string[] => hidden(fold(text), text).map(({ letters }) => letters);

describe('words that hold signs nobody sees, or letters of another script', () => {
  it.each([
    ['She is undoc\u00ADumented and left.', 'undocumented'],
    ['He was dep\u200Borted.', 'deported'],
    ['an alien with a Cyrillic letter: \u0430lien', 'alien'],
  ])('are read as they look: %#', (text, word) => {
    expect(words(text)).toEqual([word]);
  });

  it.each(['Nothing is hidden here.', 'La señora no vio nada.'])('are none in: %s', (text) => {
    expect(words(text)).toEqual([]);
  });
});
