// Other ways to read a text: figures as letters (1llegal), letters apart (i l l e g a l, d.e.p.o.r.t), a word cut by
// signs (il-legal, de(port)ed) or in pieces (depo rted), signs written as numbers (il&shy;legal), a word misspelt
// (overstaid) or drawn out (nooo papers). Each reading keeps where its letters stand in the text.
import type { Folded } from './fold.ts';
import { shown } from './escapes.ts';
import { hasCapitalWithin, parted, smallStrokes, strokes } from './capitals.ts';
import { dotted } from './dotted.ts';
import { figures, FOREIGN, letterFor, withoutFigures } from './figures.ts';
import { hidden, joinedBlanks, partedUnseen } from './hidden.ts';
import { masked, misspelt, misspeltToo } from './misspelt.ts';
import { inPieces } from './parted.ts';
import { matches, readWith, type Change, type Reading } from './reading.ts';
import { signsOf } from './signs.ts';
import { isDrawnOut, stretched } from './stretched.ts';
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

const APART =
  /(?<![a-z0-9@])[a-z@](?:([ .*_/+~=|'",-]{1,3})[a-z0-9@$!])(?:[ .*_/+~=|'",-]{1,4}[a-z0-9@$!]){1,60}(?![a-z0-9])/g;
/** What every cut word holds; begins with its sign, of which most texts have few. */
const MAY_BE_CUT = /[-*/()|+=~."'](?<=[a-z].)[-*/()|+=~."']{0,2}[a-z0-9@$!]/;
const CUT = /(?<![a-z])[a-z]{1,12}(?:[-*/()|+=~."']{1,3}[a-z0-9@$!]{1,12}){1,8}(?![a-z])/g;

type Changes = readonly (readonly Change[])[];

/** Words of the lists: a word that is none of them is no other reading of anything. */
export type Known = (word: string) => boolean;

/** Digits of a number of an agency. */
const LONG_NUMBER = /[0-9]{6}/;

function matters({ letters }: Change, known: Known): boolean {
  return letters.split(' ').some((word) => known(word)) || LONG_NUMBER.test(letters);
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
    letters += /[@$!]/.test(sign) ? letterFor(sign, 'i') : sign;
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

/** Words cut by signs, put together. */
function cut(text: string): readonly Change[] {
  return MAY_BE_CUT.test(text) ? matches(CUT, text).map(joinedAt) : [];
}

/** Figures and foreign signs read as letters, and words without the figures at their edges. */
function byFigures({ text, starts }: Folded, hasFigures: boolean): readonly (readonly Change[])[] {
  if (hasFigures) return [...figures(text), withoutFigures(text)];
  return starts !== null && FOREIGN.test(text) ? figures(text) : [];
}

/** What its signs say a text may be read as. */
function bySigns({ folded, words, given }: Read, kept: (changes: readonly Change[]) => readonly Change[]): Changes {
  const { text } = folded;
  const signs = signsOf(text, words, given);
  return [
    ...byFigures(folded, signs.figures).map(kept),
    ...(signs.apart || signs.cut ? [kept(matches(APART, text).map(together))] : []),
    ...(signs.cut ? [kept(cut(text)), masked(text)] : []),
    ...(signs.dotted ? [dotted(folded, given)] : []),
    ...(signs.capitals ? [kept(strokes(folded, given)), kept(smallStrokes(folded, given))] : []),
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
    ...(isDrawnOut(folded.text) ? [stretched(words, known)] : []),
    kept(hidden(folded, given)),
    kept(partedUnseen(folded, given)),
    kept(joinedBlanks(folded, given)),
  ];
  return readings.flatMap((changes) => readWith(folded, changes) ?? []);
}

/** A text whose words are parted by their capitals alone, read with spaces between them; nothing is hidden by that. */
export function readingInCapitals({ folded, given }: Read, known: Known): Reading | null {
  if (!hasCapitalWithin(folded, given)) return null;
  const changes = parted(folded, given).filter((change) => matters(change, known));
  return readWith(folded, changes);
}
