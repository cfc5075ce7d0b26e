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
  ['Cyrillic', 'иммиграция '],
  ['combining marks', 'e\u0301'],
];

/** So many characters of it, or a few more. */
export function hostileText(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}
