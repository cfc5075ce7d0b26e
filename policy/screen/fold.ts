import { latinOf } from './look-alikes.ts';

/** Text as it is compared: lower case, without accents and invisible characters, look-alike letters made Latin. */
export interface Folded {
  readonly text: string;
  /** Start and end in the text as given of each UTF-16 unit of `text`; null where both texts have the same offsets. */
  readonly starts: Int32Array | null;
  readonly ends: Int32Array | null;
}

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2800]/gu;
const SPECIAL: readonly (readonly [RegExp, string])[] = [
  [/[\p{Pd}\u2212\u2043]/gu, '-'],
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`]/gu, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb]/gu, '"'],
  [/[\u2028\u2029]/gu, '\n'],
  [/\p{Zs}/gu, ' '],
  // Pictures that are read as words.
  [/\u{1f9ca}/gu, 'ice'],
  [/[\u{1f7e9}\u{1f49a}]/gu, 'green'],
  [/[\u{1f4b3}\u{1faaa}]/gu, 'card'],
];

function foldCharacter(character: string): string {
  const parts = Array.from(character.normalize('NFKD').replace(INVISIBLE, ''), latinOf).join('');
  const plain = parts.normalize('NFKD').replace(INVISIBLE, '').toLowerCase();
  return SPECIAL.reduce((text, [pattern, to]) => text.replace(pattern, to), plain);
}

function pushAll(into: { starts: number[]; ends: number[] }, count: number, range: readonly [number, number]): void {
  for (let unit = 0; unit < count; unit += 1) {
    into.starts.push(range[0]);
    into.ends.push(range[1]);
  }
}

function foldSlowly(text: string): Folded {
  const out: string[] = [];
  const map = { starts: new Array<number>(), ends: new Array<number>() };
  const known = new Map<string, string>();
  let at = 0;
  for (const character of text) {
    const folded = known.get(character) ?? (PLAIN.test(character) ? character.toLowerCase() : foldCharacter(character));
    known.set(character, folded);
    const end = at + character.length;
    out.push(folded);
    pushAll(map, folded.length, [at, end]);
    at = end;
  }
  return { text: out.join(''), starts: Int32Array.from(map.starts), ends: Int32Array.from(map.ends) };
}

/** Folds in one pass; printable ASCII only changes case and keeps its offsets. Never throws. */
export function fold(text: string): Folded {
  if (PLAIN.test(text)) return { text: text.toLowerCase(), starts: null, ends: null };
  return foldSlowly(text);
}

/** Where a range of the folded text stands in the text as given, in UTF-16 units. */
export function rangeOf(folded: Folded, start: number, end: number): readonly [number, number] {
  if (folded.starts === null || folded.ends === null) return [start, end];
  return [folded.starts[start] ?? start, folded.ends[end - 1] ?? end];
}

/** Letters and digits alone, folded: how names and codes are compared. */
export function compact(text: string): string {
  return compactOf(fold(text));
}

export function compactOf(folded: Folded): string {
  return folded.text.replace(/[^a-z0-9]+/g, '');
}
