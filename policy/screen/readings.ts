// Other ways to read a text: figures as letters (1llegal), letters apart (i l l e g a l, d.e.p.o.r.t), a word cut by
// signs (il-legal, de(port)ed) or in pieces (depo rted), signs written as numbers (il&shy;legal), a word misspelt
// (overstaid). Each reading keeps where its letters stand in the text.
import { rangeOf, type Folded } from './fold.ts';
import { shown } from './escapes.ts';
import { parted, strokes } from './capitals.ts';
import { dotted } from './dotted.ts';
import { masked, misspelt, misspeltToo } from './misspelt.ts';
import { inPieces } from './parted.ts';
import { matches, meantAt, readWith, type Change, type Reading } from './reading.ts';
import { signsOf } from './signs.ts';
import type { ScreenField } from './verdict.ts';
import type { Words } from './words.ts';

/** A text in all its forms. */
interface Read {
  readonly folded: Folded;
  readonly words: Words;
  readonly given: string;
  readonly field: ScreenField;
}

/** Names of people and places are spelt in every way; one of them is no misspelt word of status. */
const NAMES: ReadonlySet<ScreenField> = new Set(['name', 'alias', 'address']);

const STRONG =
  /undocumented|illegal|ilegal|immigra|inmigra|imigra|migra|deport(?:ed|ad[oa]|ation)|detainer|greencard|asylum|noncitizen|overstay(?:ed)?|indocumentad[oa]|sinpapeles|alienregistration/;

const FIGURES: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['8', 'b'],
  ['9', 'g'],
  ['@', 'a'],
  ['$', 's'],
]);
/** Signs that stand for i as well as for l. */
const STROKES = /[1!|]/;
const AGENCY = /^[i1!|l]c[e3]$/;
const MIXED = /(?<![a-z0-9@$!|])[a-z0-9@$!|]{2,24}(?![a-z0-9@$|])/g;
/** Small words between those of status: 0f, n0. */
const SMALL = /^(?:[0o]f|n[0o]|[1i!]s|[1i!]n|[0o]n|t[0o])$/;
const APART =
  /(?<![a-z0-9@])[a-z@](?:([ .*_/+~=|'",-]{1,3})[a-z0-9@$!])(?:[ .*_/+~=|'",-]{1,4}[a-z0-9@$!]){1,60}(?![a-z0-9])/g;
/** NoticeToAppear. */
const CAPITAL_WITHIN = /[a-z][A-Z]/;
const CUT = /(?<![a-z])[a-z]{1,12}(?:[-*/()|+=~."']{1,3}[a-z0-9@$!]{1,12}){1,8}(?![a-z])/g;
const PLAIN = /^[\x20-\x7e]*$/;
/** Invisible signs, and letters that look Latin and are not. */
const HIDING = /[\p{Cf}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\uff00-\uffef]/u;
const WORD = /(?<![a-z0-9])[a-z]{3,24}(?![a-z0-9])/g;

/** Shorter ones are numbers of rooms and the like, but for the small words. */
const SHORTEST_MIXED = 3;

type Changes = readonly (readonly Change[])[];

/** Words of the lists: a word that is none of them is no other reading of anything. */
export type Known = (word: string) => boolean;

/** Digits of a number of an agency. */
const LONG_NUMBER = /[0-9]{6}/;

function matters({ letters }: Change, known: Known): boolean {
  return letters.split(' ').some((word) => known(word)) || LONG_NUMBER.test(letters);
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** The letter that a figure or sign is read as; a stroke is read as this one. */
function letterFor(sign: string, stroke: string): string {
  return STROKES.test(sign) ? stroke : (FIGURES.get(sign) ?? sign);
}

function figures(text: string, one: string): readonly Change[] {
  return matches(MIXED, text).flatMap((match) => {
    const [written] = match;
    const letters = countOf(/[a-z]/g, written);
    const few = letters < 2 || letters * 3 < written.length;
    const small = AGENCY.test(written) || SMALL.test(written);
    if (letters === written.length || ((few || written.length < SHORTEST_MIXED) && !small)) return [];
    const read = Array.from(written, (sign) => letterFor(sign, one)).join('');
    const places = Array.from(read, (_, at) => match.index + at);
    return [{ start: match.index, end: match.index + written.length, letters: read, places }];
  });
}

function partsWords(between: string, gap: string): boolean {
  return between !== '' && between !== gap && (between.length > gap.length || gap.trim() !== '');
}

/** Letters apart, put together; a wider gap than the first one, or another sign, is a gap between words. */
function together(match: RegExpExecArray): Change {
  const [written, gap = ''] = match;
  let letters = '';
  const places: number[] = [];
  let between = '';
  for (let at = 0; at < written.length; at += 1) {
    const sign = written.charAt(at);
    if (!/[a-z0-9@$!]/.test(sign)) {
      between += sign;
      continue;
    }
    if (partsWords(between, gap)) {
      letters += ' ';
      places.push(match.index + at - 1);
    }
    between = '';
    letters += /[@$!]/.test(sign) ? (FIGURES.get(sign) ?? 'i') : sign;
    places.push(match.index + at);
  }
  return apart({ start: match.index, end: match.index + written.length, letters, places });
}

/** Cuts a word of status out of the letters beside it: e i l e g a l. */
function apart(change: Change): Change {
  const found = STRONG.exec(change.letters);
  if (found === null) return change;
  const [from, to] = [found.index, found.index + found[0].length];
  const { letters, places } = change;
  return {
    ...change,
    letters: `${letters.slice(0, from)} ${letters.slice(from, to)} ${letters.slice(to)}`,
    places: [
      ...places.slice(0, from),
      places[from] ?? 0,
      ...places.slice(from, to),
      places[to - 1] ?? 0,
      ...places.slice(to),
    ],
  };
}

function joinedAt(match: RegExpExecArray): Change {
  const [written] = match;
  const places = Array.from(written, (_, at) => at).filter((at) => /[a-z0-9@$!]/.test(written.charAt(at)));
  return {
    start: match.index,
    end: match.index + written.length,
    letters: places.map((at) => letterFor(written.charAt(at), 'i')).join(''),
    places: places.map((at) => match.index + at),
  };
}

/** Words that hold signs nobody sees or letters of another script. */
function hidden(folded: Folded, given: string): readonly Change[] {
  if (folded.starts === null || !HIDING.test(given)) return [];
  return matches(WORD, folded.text).flatMap((match) => {
    const [written] = match;
    const [start, end] = rangeOf(folded, match.index, match.index + written.length);
    const typed = given.slice(start, end);
    return !PLAIN.test(typed) && HIDING.test(typed) ? [meantAt({ start: match.index, written }, written)] : [];
  });
}

/** What its signs say a text may be read as. */
function bySigns({ folded, words, given }: Read, kept: (changes: readonly Change[]) => readonly Change[]): Changes {
  const { text } = folded;
  const signs = signsOf(text, words, given);
  return [
    ...(signs.figures ? [kept(figures(text, 'i')), kept(figures(text, 'l'))] : []),
    ...(signs.apart || signs.cut ? [kept(matches(APART, text).map(together))] : []),
    ...(signs.cut ? [kept(matches(CUT, text).map(joinedAt)), masked(text)] : []),
    ...(signs.dotted ? [dotted(folded, given)] : []),
    ...(signs.capitals ? [kept(strokes(folded, given))] : []),
    ...(signs.escaped ? [kept(shown(text))] : []),
  ];
}

/** The other readings of a folded text; none for a text without figures among letters, letters apart and the like. */
export function readingsOf(read: Read, known: Known): readonly Reading[] {
  const { folded, words, given, field } = read;
  const kept = (changes: readonly Change[]): readonly Change[] =>
    changes.flatMap((change) => (matters(change, known) ? change : (misspeltToo(change) ?? [])));
  const readings = [
    ...bySigns(read, kept),
    inPieces(folded.text, words),
    ...(NAMES.has(field) ? [] : [misspelt(words)]),
    hidden(folded, given),
  ];
  return readings.flatMap((changes) => readWith(folded, changes) ?? []);
}

/** A text whose words are parted by their capitals alone, read with spaces between them; nothing is hidden by that. */
export function readingInCapitals({ folded, given }: Read, known: Known): Reading | null {
  if (!CAPITAL_WITHIN.test(given)) return null;
  const changes = parted(folded, given).filter((change) => matters(change, known));
  return readWith(folded, changes);
}
