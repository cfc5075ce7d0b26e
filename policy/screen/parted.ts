// Words of status in pieces: depo rted, gre-en card, [d]eported, a letter a line; and written backwards.
import type { Change } from './reading.ts';
import spellings from './spellings.json' with { type: 'json' };
import type { Words } from './words.ts';

/** Signs and spaces between two pieces of a word. */
const LONGEST_GAP = 4;
/** Between pieces of more than a letter: the end of a sentence is no hiding place. */
const ENDS = /[.!?;,:]\s/;
const BLANK = /\s/;

const WHOLE: ReadonlySet<string> = new Set(spellings.parted);
const BEGINNINGS: ReadonlySet<string> = new Set(
  spellings.parted.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at))),
);
const BACKWARDS: ReadonlyMap<string, string> = new Map(
  spellings.parted.filter((word) => word.length > 5).map((word) => [Array.from(word).toReversed().join(''), word]),
);

/** How words in pieces and words written backwards begin: by a letter or a pair of them. */
const FIRST = new Uint8Array(27 * 27);
const letterAt = (word: string, at: number): number => {
  const unit = word.charCodeAt(at);
  return unit >= 97 && unit <= 122 ? unit - 96 : 0;
};
const firstOf = (word: string): number => letterAt(word, 0) * 27 + letterAt(word, 1);
for (const word of [...WHOLE, ...BACKWARDS.keys()]) {
  FIRST[firstOf(word)] = 1;
  FIRST[letterAt(word, 0) * 27] = 1;
}

interface Pieces {
  readonly letters: string;
  readonly count: number;
}

const gapAfter = (text: string, { starts, ends }: Words, at: number): string =>
  text.slice(ends[at] ?? 0, starts[at + 1] ?? text.length);

/** Two pieces of which one is a letter are a word and a letter, unless they touch. */
function areTwoPieces(text: string, words: Words, from: number): boolean {
  const gap = gapAfter(text, words, from);
  if (ENDS.test(gap)) return false;
  const [first = '', second = ''] = words.texts.slice(from, from + 2);
  return Math.min(first.length, second.length) > 1 || !BLANK.test(gap);
}

function isNextPiece(text: string, words: Words, at: number): boolean {
  return at < words.texts.length && gapAfter(text, words, at - 1).length <= LONGEST_GAP;
}

/** The longest word of status whose pieces begin at this word. */
function piecesFrom(text: string, words: Words, from: number): Pieces | null {
  let letters = words.texts[from] ?? '';
  let found: Pieces | null = null;
  for (let at = from + 1; BEGINNINGS.has(letters) && isNextPiece(text, words, at); at += 1) {
    letters += words.texts[at] ?? '';
    const count = at - from + 1;
    if (WHOLE.has(letters) && (count > 2 || areTwoPieces(text, words, from))) found = { letters, count };
  }
  return found;
}

function placesOf(words: Words, from: number, { letters, count }: Pieces): readonly number[] {
  const places: number[] = [];
  for (let at = from; at < from + count; at += 1) {
    const start = words.starts[at] ?? 0;
    const length = words.texts[at]?.length ?? 0;
    for (let letter = 0; letter < length; letter += 1) places.push(start + letter);
  }
  places[letters.length - 1] = (words.ends[from + count - 1] ?? 1) - 1;
  return places;
}

function backwards(words: Words, at: number): Change | null {
  const written = words.texts[at] ?? '';
  const letters = BACKWARDS.get(written);
  const start = words.starts[at] ?? 0;
  if (letters === undefined) return null;
  return { start, end: words.ends[at] ?? 0, letters, places: Array.from(letters, (_, place) => start + place) };
}

function together(text: string, words: Words, from: number): Change | null {
  const pieces = piecesFrom(text, words, from);
  if (pieces === null) return null;
  const [start, end] = [words.starts[from] ?? 0, words.ends[from + pieces.count - 1] ?? 0];
  return { start, end, letters: pieces.letters, places: placesOf(words, from, pieces) };
}

/** Whether a word may be the first piece of another, or one written backwards. */
function mayBegin(word: string): boolean {
  return FIRST[firstOf(word)] === 1 && (BEGINNINGS.has(word) || BACKWARDS.has(word));
}

/** The same of each word, asked once for all places where it stands. */
function mayBeginAt({ texts, firsts }: Words): Uint8Array {
  const begins = new Uint8Array(texts.length);
  for (let at = 0; at < texts.length; at += 1) {
    const first = firsts[at] ?? at;
    begins[at] = first === at ? Number(mayBegin(texts[at] ?? '')) : (begins[first] ?? 0);
  }
  return begins;
}

/** The words that pieces make up, and those that a mirror would show. */
export function inPieces(text: string, words: Words): readonly Change[] {
  const changes: Change[] = [];
  let free = 0;
  const begins = mayBeginAt(words);
  for (let at = 0; at < words.texts.length; at += 1) {
    if (begins[at] !== 1 || (words.starts[at] ?? 0) < free) continue;
    const change = together(text, words, at) ?? backwards(words, at);
    if (change === null) continue;
    changes.push(change);
    free = change.end;
  }
  return changes;
}
