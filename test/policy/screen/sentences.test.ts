import { describe, expect, it } from 'vitest';
import { readByLists } from '../../../policy/screen/screen.ts';
import { sentencesOf } from '../../../policy/screen/sentences.ts';

function sentences(text: string): readonly string[] {
  const { read } = readByLists(text, 'narrative');
  return sentencesOf(read.folded.text, read.words).map(([from, to]) => read.words.texts.slice(from, to).join(' '));
}

describe('where a sentence ends', () => {
  it.each([
    ['He came in with Ofc. Sample. Court on Monday.', ['he came in with ofc sample', 'court on monday']],
    [
      'The mother, nac. Santiago de los Caballeros. Lives here.',
      ['the mother nac santiago de los caballeros', 'lives here'],
    ],
    ['Shows a passport no. F000123, blue cover.', ['shows a passport no f000123 blue cover']],
    ['Asked whether he came here: no. The car was towed.', ['asked whether he came here no', 'the car was towed']],
    ['An old card with reg. 4410022, b. 1899. Copied.', ['an old card with reg 4410022 b 1899', 'copied']],
    ['He said "the dog is fed." The door was locked.', ['he said the dog is fed', 'the door was locked']],
    ['It was left (by the cook.) Towed at noon.', ['it was left by the cook', 'towed at noon']],
    ['Dijo «no lo conozco.» Salió después.', ['dijo no lo conozco', 'salio despues']],
    ['She was seen on Oct. 5 at the mill. Nobody else.', ['she was seen on oct 5 at the mill', 'nobody else']],
    ['The form was signed by Dr.\nThe second one was not.', ['the form was signed by dr', 'the second one was not']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});
