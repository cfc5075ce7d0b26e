import { latinOf } from './look-alikes.ts';

/** Text as it is compared: lower case, without accents and invisible characters, look-alike letters made Latin. */
export interface Folded {
  readonly text: string;
  /** Start and end in the text as given of each UTF-16 unit of `text`; null where both texts have the same offsets. */
  readonly starts: Int32Array | null;
  readonly ends: Int32Array | null;
}

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/gu;
/** Look like a space: the empty sign of Braille, and the filler of Hangul in its three forms. */
const BLANKS = '\u2800\u3164\u1160\uffa0';
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
  if (BLANKS.includes(character)) return ' ';
  const parts = Array.from(character.normalize('NFKD').replace(INVISIBLE, ''), latinOf).join('');
  const plain = parts.normalize('NFKD').replace(INVISIBLE, '').toLowerCase();
  return SPECIAL.reduce((text, [pattern, to]) => text.replace(pattern, to), plain);
}

/** Characters that were met, folded: the same few come again. No text can be told from them. */
const known = new Map<number, string>();
const MOST_KNOWN = 4_096;

function foldedOf(point: number): string {
  const before = known.get(point);
  if (before !== undefined) return before;
  const folded = foldCharacter(String.fromCodePoint(point));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(point, folded);
  return folded;
}

/** Places of a text that grows; most folded texts are no longer than the text as given. */
class Places {
  #starts: Int32Array;
  #ends: Int32Array;
  #count = 0;

  constructor(expected: number) {
    this.#starts = new Int32Array(expected);
    this.#ends = new Int32Array(expected);
  }

  /** So many units that all stand for this range. */
  put(units: number, start: number, end: number): void {
    this.#room(units);
    for (let unit = 0; unit < units; unit += 1) {
      this.#starts[this.#count] = start;
      this.#ends[this.#count] = end;
      this.#count += 1;
    }
  }

  /** Each unit of the range stands for itself. */
  putEach(start: number, end: number): void {
    this.#room(end - start);
    const [starts, ends, from] = [this.#starts, this.#ends, this.#count - start];
    for (let at = start; at < end; at += 1) {
      starts[from + at] = at;
      ends[from + at] = at + 1;
    }
    this.#count += end - start;
  }

  #room(units: number): void {
    if (this.#count + units <= this.#starts.length) return;
    const size = 2 * (this.#count + units);
    const [starts, ends] = [new Int32Array(size), new Int32Array(size)];
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#starts = starts;
    this.#ends = ends;
  }

  taken(): { readonly starts: Int32Array; readonly ends: Int32Array } {
    return { starts: this.#starts.subarray(0, this.#count), ends: this.#ends.subarray(0, this.#count) };
  }
}

function isPlain(code: number): boolean {
  return (code >= 0x20 && code <= 0x7e) || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** End of the run of printable ASCII that begins here. */
function plainEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isPlain(text.charCodeAt(at))) at += 1;
  return at;
}

function foldSlowly(text: string): Folded {
  const places = new Places(text.length + 16);
  let folded = '';
  for (let at = 0; at < text.length;) {
    const plain = plainEnd(text, at);
    if (plain > at) {
      folded += text.slice(at, plain);
      places.putEach(at, plain);
      at = plain;
      continue;
    }
    const point = text.codePointAt(at) ?? 0;
    const end = at + (point > 0xff_ff ? 2 : 1);
    const letters = foldedOf(point);
    folded += letters;
    places.put(letters.length, at, end);
    at = end;
  }
  // At once, and what is not plain is in lower case already: it makes one run of letters of all the pieces, too.
  return { text: folded.toLowerCase(), ...places.taken() };
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
