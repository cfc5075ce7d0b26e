// Figures and signs that are read as letters: 1llegal, 0f, 1C3.
import type { Change } from './reading.ts';

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
  ['€', 'e'],
  ['¢', 'c'],
  ['£', 'l'],
]);
/** Signs that stand for i as well as for l. */
const STROKES = /[1!|¡]/;
const AGENCY = /^[i1!|l¡]c[e3€]$/;
const FIGURE = /[0-9@$!|¡¢£€]/g;
/** Tried where a run of letters, figures and such signs begins, and nowhere else. */
const MIXED = /[a-z0-9@$!|¡¢£€]{2,24}(?![a-z0-9@$|¡¢£€])/y;
/** Of a keyboard that is not English. */
export const FOREIGN = /[¡¢£€]/;
/** Small words between those of status: 0f, n0. */
const SMALL = /^(?:[0o]f|n[0o]|[1i!]s|[1i!]n|[0o]n|t[0o])$/;
/** Shorter ones are numbers of rooms and the like, but for the small words. */
const SHORTEST_MIXED = 3;

/** The letter that a figure or sign is read as; a stroke is read as this one. */
export function letterFor(sign: string, stroke: string): string {
  return STROKES.test(sign) ? stroke : (FIGURES.get(sign) ?? sign);
}

const MAY_BE_MIXED = Uint8Array.from({ length: 128 }, (_, unit) =>
  Number(/[a-z0-9@$!|]/.test(String.fromCharCode(unit))),
);
const mayBeMixed = (text: string, at: number): boolean =>
  MAY_BE_MIXED[text.charCodeAt(at)] === 1 || (text.charCodeAt(at) > 127 && FOREIGN.test(text.charAt(at)));

/** A word as it is written, and where it starts in the folded text. */
interface Written {
  readonly written: string;
  readonly start: number;
}

/** The runs that hold a figure or a sign, each gone back to from its first one: most texts have few. */
function runsWithFigures(text: string): readonly Written[] {
  const runs: Written[] = [];
  FIGURE.lastIndex = 0;
  while (FIGURE.test(text)) {
    let end = FIGURE.lastIndex;
    let start = end - 1;
    while (mayBeMixed(text, start - 1)) start -= 1;
    while (mayBeMixed(text, end)) end += 1;
    MIXED.lastIndex = start;
    const [written] = MIXED.exec(text) ?? [];
    if (written !== undefined) runs.push({ written, start });
    FIGURE.lastIndex = end;
  }
  return runs;
}

/** An exclamation that is closed further on begins with a sign that is no letter: ¡Alto!. */
const LONGEST_EXCLAMATION = 160;

function isOpening(text: string, { written, start }: Written): boolean {
  return written.startsWith('¡') && text.slice(start + 1, start + LONGEST_EXCLAMATION).includes('!');
}

/** Letters enough that the figures among them may stand for others. */
function mayBeWord({ written }: Written): boolean {
  const letters = written.replace(/[^a-z]/g, '').length;
  if (letters === written.length) return false;
  const few = letters < 2 || letters * 3 < written.length;
  return (!few && written.length >= SHORTEST_MIXED) || AGENCY.test(written) || SMALL.test(written);
}

/** Words with figures in a folded text, read as letters: once with an i for each stroke, and once with an l. */
export function figures(text: string): readonly (readonly Change[])[] {
  const words = runsWithFigures(text).filter((word) => mayBeWord(word) && !isOpening(text, word));
  return ['i', 'l'].map((stroke) =>
    words.map(({ written, start }) => {
      const letters = Array.from(written, (sign) => letterFor(sign, stroke)).join('');
      const places = Array.from(letters, (_, at) => start + at);
      return { start, end: start + written.length, letters, places };
    }),
  );
}

/** A word of status with figures before it or behind, and times: 2illegals, deported2x. Others are names: passport1. */
const EDGED =
  /^([0-9]{1,3}x?)?(undocumenteds?|illegal(?:s|ly)?|ilega(?:l|les|is)|im+igra(?:nts?|ntes|tion)|inmigrantes?|deport(?:ed|ation|ad[oa]s?)|detainers?|asylum|noncitizens?|overstayed|indocumentad[oa]s?|sinpapeles|aliens?|ice)([0-9]{1,3}x?)?!?$/;
/** What is called so as well, with a number: a train, a film. These words before it tell that it is meant. */
const MEANT_AFTER: readonly (readonly [RegExp, RegExp])[] = [
  [/^ice$/, /(?:call(?:ed|s|ing)?|contact(?:ed|s|ing)?|notif(?:y|ied|ies|ying)|told|by) $/],
  [/^alien/, /(?:an|illegal|criminal|undocumented) $/],
];
const LONGEST_BEFORE = 16;

/** Words without the figures that are glued to them. */
export function withoutFigures(text: string): readonly Change[] {
  return runsWithFigures(text).flatMap(({ written, start }) => {
    const [, before = '', letters, behind = ''] = EDGED.exec(written) ?? [];
    if (letters === undefined || before.length + behind.length === 0) return [];
    const near = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
    if (MEANT_AFTER.some(([word, needed]) => word.test(letters) && !needed.test(near))) return [];
    const places = Array.from(letters, (_, at) => start + before.length + at);
    return [{ start, end: start + written.length, letters, places }];
  });
}
