import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../policy/screen/words.ts';

describe('words of a text', () => {
  it('are each told where they stand first, however short they are', () => {
    const { texts, firsts } = wordsOf('a b c d e f g a b h i j k l a');
    expect(firsts.length).toBe(texts.length);
    expect([...firsts]).toEqual(texts.map((word) => texts.indexOf(word)));
  });

  it('run on over the dot of a word that is written short, and not over the end of a sentence', () => {
    const joined = (text: string): readonly boolean[] => wordsOf(text).joined.slice(1);
    expect(joined('perm. res. card')).toEqual([true, true]);
    expect(joined('got cit. unk passenger')).toEqual([true, false, true]);
    expect(joined('at res. spoke with')).toEqual([true, false, true]);
  });
});
