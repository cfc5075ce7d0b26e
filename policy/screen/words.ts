// Cuts folded text into words. What stands between two words tells whether a phrase may run on across it: spaces,
// hyphens, quotation marks and brackets may, the end of a sentence may not.

import { firstsOf } from './firsts.ts';
import { rangeOf, type Folded } from './fold.ts';

/** Words of a text side by side: where each starts and ends in the folded text, and whether a phrase may run into it. */
export interface Words {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The gap before the word is short and holds no end of a sentence. */
  readonly joined: readonly boolean[];
  /** Where the same word stands for the first time. */
  readonly firsts: Int32Array;
}

const LONGEST_GAP = 6;
const MAY_STAND_BETWEEN = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(' \t\n\r_/&-\'"()#:*='.includes(String.fromCharCode(code))),
);
const APOSTROPHE = 39;
const DOT = 46;

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function isWordAt(text: string, at: number): boolean {
  return at < text.length && isWordCode(text.charCodeAt(at));
}

function isLetterAt(text: string, at: number): boolean {
  const code = at < text.length ? text.charCodeAt(at) : 0;
  return code >= 97 && code <= 122;
}

/** End of u.s., i.c.e. and the like, with the last dot; 0 where none begins here. */
function abbreviationEnd(text: string, start: number): number {
  let at = start;
  while (isLetterAt(text, at) && text[at + 1] === '.') at += 2;
  // The last letter may go without its dot: u.s citizen.
  if (at > start && isLetterAt(text, at) && !isWordAt(text, at + 1)) return at + 1;
  return at - start > 2 ? at : 0;
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (isWordAt(text, at) || (text.charCodeAt(at) === APOSTROPHE && isWordAt(text, at + 1))) at += 1;
  return at;
}

function mayJoin(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_GAP) return false;
  for (let at = from; at < to; at += 1) if (MAY_STAND_BETWEEN[text.charCodeAt(at)] !== 1) return false;
  return true;
}

/** Letters of a text for each word that there is room for from the start: lists that grow leave copies behind. */
const LETTERS_A_WORD = 4;

/** The words in order. Dots of an abbreviation and apostrophes are no part of a word: u.s. is us, don't is dont. */
export function wordsOf(text: string): Words {
  const room = Math.ceil(text.length / LETTERS_A_WORD);
  const texts = new Array<string>(room);
  const starts = new Array<number>(room);
  const ends = new Array<number>(room);
  const joined = new Array<boolean>(room);
  let count = 0;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isWordCode(text.charCodeAt(at))) continue;
    const dotted = text.charCodeAt(at + 1) === DOT ? abbreviationEnd(text, at) : 0;
    const end = dotted > 0 ? dotted : wordEnd(text, at);
    const written = text.slice(at, end);
    texts[count] = dotted > 0 || written.includes("'") ? written.replace(/[.']/g, '') : written;
    starts[count] = at;
    ends[count] = end;
    joined[count] = mayJoin(text, last, at);
    count += 1;
    last = end;
    at = end - 1;
  }
  for (const list of [texts, starts, ends, joined]) list.length = count;
  return { texts, starts, ends, joined, firsts: firstsOf(texts) };
}

/** The words of a text as they are compared: the country is told from the pronoun by its capitals (came to US). */
export function screenWords(given: string, folded: Folded): Words {
  const words = wordsOf(folded.text);
  if (!words.texts.includes('us')) return words;
  const texts = words.texts.map((word, at) => {
    if (word !== 'us') return word;
    const [from, to] = rangeOf(folded, words.starts[at] ?? 0, words.ends[at] ?? 0);
    const written = given.slice(from, to);
    return written === written.toUpperCase() ? 'usa' : word;
  });
  return { ...words, texts, firsts: firstsOf(texts) };
}
