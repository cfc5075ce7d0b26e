// Cuts folded text into words. What stands between two words tells whether a phrase may run on across it: spaces,
// hyphens, quotation marks and brackets may, the end of a sentence may not.

import { runsOnBefore } from './abbreviations.ts';
import { Firsts, firstsOf } from './firsts.ts';
import { rangeOf, type Folded } from './fold.ts';
import { hashOf } from './kinds.ts';

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
const SPACE = 32;

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

/** End of the letters and figures that begin here. */
function plainEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isWordCode(text.charCodeAt(at))) at += 1;
  return at;
}

/** End of a word of which the letters up to here are plain: don't, o'neill's. */
function apostrophesEnd(text: string, from: number): number {
  let at = from;
  while (isWordAt(text, at) || (text.charCodeAt(at) === APOSTROPHE && isWordAt(text, at + 1))) at += 1;
  return at;
}

/** End of the word that begins here; most are plain letters up to a space, and one look behind them tells. */
function wordEnd(text: string, start: number, plain: number): number {
  const behind = text.charCodeAt(plain);
  if (behind === APOSTROPHE) return apostrophesEnd(text, plain);
  return behind === DOT && plain === start + 1 ? Math.max(plain, abbreviationEnd(text, start)) : plain;
}

function mayJoin(text: string, from: number, to: number): boolean {
  if (to - from === 1) return MAY_STAND_BETWEEN[text.charCodeAt(from)] === 1;
  if (to - from > LONGEST_GAP) return false;
  for (let at = from; at < to; at += 1) if (MAY_STAND_BETWEEN[text.charCodeAt(at)] !== 1) return false;
  return true;
}

/** A dot and a space, as behind a word that is written short. */
function isDotAndSpace(text: string, from: number, to: number): boolean {
  return to - from === 2 && text.charCodeAt(from) === DOT && text.charCodeAt(from + 1) === SPACE;
}

/** Letters of a text for each word that there is room for from the start: lists that grow leave copies behind. */
const LETTERS_A_WORD = 4;
/** Of words of one letter with one sign between them: there are no more. */
const FEWEST_LETTERS_A_WORD = 2;

/** The words in order. Dots of an abbreviation and apostrophes are no part of a word: u.s. is us, don't is dont. */
export function wordsOf(text: string): Words {
  const room = Math.ceil(text.length / LETTERS_A_WORD);
  const texts = new Array<string>(room);
  const starts = new Array<number>(room);
  const ends = new Array<number>(room);
  const joined = new Array<boolean>(room);
  const most = Math.ceil(text.length / FEWEST_LETTERS_A_WORD);
  const firsts = new Int32Array(most);
  const known = new Firsts(texts, most);
  let count = 0;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isWordCode(text.charCodeAt(at))) continue;
    const plain = plainEnd(text, at);
    const end = wordEnd(text, at, plain);
    const written = text.slice(at, end);
    const word = end === plain ? written : written.replace(/[.']/g, '');
    texts[count] = word;
    firsts[count] = known.of(count, hashOf(word));
    starts[count] = at;
    ends[count] = end;
    joined[count] =
      mayJoin(text, last, at) || (isDotAndSpace(text, last, at) && runsOnBefore(texts[count - 1] ?? '', word));
    count += 1;
    last = end;
    at = end - 1;
  }
  for (const list of [texts, starts, ends, joined]) list.length = count;
  return { texts, starts, ends, joined, firsts: firsts.subarray(0, count) };
}

/**
 * The words of a text as they are compared: the country is told from the pronoun by its capitals (came to US), but where
 * the whole text is in capitals by its dots alone.
 */
export function screenWords(given: string, folded: Folded): Words {
  const words = wordsOf(folded.text);
  if (!words.texts.includes('us')) return words;
  const tells = given !== given.toUpperCase();
  const isCountry = (at: number): boolean => {
    const written = given.slice(...rangeOf(folded, words.starts[at] ?? 0, words.ends[at] ?? 0));
    return written === written.toUpperCase() && (tells || written.includes('.'));
  };
  const texts = words.texts.map((word, at) => (word === 'us' && isCountry(at) ? 'usa' : word));
  return texts.includes('usa') ? { ...words, texts, firsts: firstsOf(texts) } : words;
}
