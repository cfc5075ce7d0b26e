import { hashOf } from '../../policy/screen/kinds.ts';

const LONGEST = 1_000_000;
const LETTERS = 26;

/** A word for each number, of small letters. */
function wordOf(number: number): string {
  let word = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / LETTERS))
    word += String.fromCharCode(97 + (rest % LETTERS));
  return word;
}

/** Words that are all different, and that lead to a sixteenth of any table of half a million places and more. */
function crowdedWords(): string {
  const words: string[] = [];
  let length = 0;
  for (let number = LETTERS ** 3; length < LONGEST; number += 1) {
    const word = wordOf(number);
    const hash = hashOf(word);
    if (((hash ^ (hash >>> 15)) & 0x7_80_00) !== 0) continue;
    words.push(word);
    length += word.length + 1;
  }
  return words.join(' ');
}

/** What a text is made of that was made to keep a screen busy: its name, and the part that comes again and again. */
export const HOSTILE: readonly (readonly [name: string, unit: string])[] = [
  ['spaces', ' '],
  ['dashes', '-'],
  ['letters', 'a'],
  ['spelt letters', 'a '],
  ['a blocked word', 'deported '],
  ['an ambiguous word', 'illegal '],
  ['the agency', 'ICE '],
  ['beginnings of numbers', 'A 012 345 67'],
  ['numbers after a trap', 'case no. A12345678 '],
  ['cut phrases', 'not    legally      in      the      '],
  ['punctuation of contexts', '"\'#( '],
  ['zero-width spaces', '\u200b'],
  ['letters with signs nobody sees between', 'a\u200b'],
  ['letters with empty signs between', 'ill\u2800egal\u2800'],
  ['openings of exclamations', '¡lleg€l '],
  ['figures at both edges', '2xillegal2x '],
  ['Cyrillic', 'иммиграция '],
  ['combining marks', 'e\u0301'],
  ['words drawn out', 'nooo illegaaal '],
  ['sentences of words in disguise', 'deported. 1llegal. '],
  ['words that crowd a table', crowdedWords()],
];

/** So many characters of it. */
export function hostileText(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}
