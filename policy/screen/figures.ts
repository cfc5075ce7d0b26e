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
]);
/** Signs that stand for i as well as for l. */
const STROKES = /[1!|]/;
const AGENCY = /^[i1!|l]c[e3]$/;
const FIGURE = /[0-9@$!|]/g;
/** Tried where a run of letters, figures and such signs begins, and nowhere else. */
const MIXED = /[a-z0-9@$!|]{2,24}(?![a-z0-9@$|])/y;
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
const mayBeMixed = (text: string, at: number): boolean => MAY_BE_MIXED[text.charCodeAt(at)] === 1;

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

/** Letters enough that the figures among them may stand for others. */
function mayBeWord({ written }: Written): boolean {
  const letters = written.replace(/[^a-z]/g, '').length;
  if (letters === written.length) return false;
  const few = letters < 2 || letters * 3 < written.length;
  return (!few && written.length >= SHORTEST_MIXED) || AGENCY.test(written) || SMALL.test(written);
}

/** Words with figures in a folded text, read as letters: once with an i for each stroke, and once with an l. */
export function figures(text: string): readonly (readonly Change[])[] {
  const words = runsWithFigures(text).filter(mayBeWord);
  return ['i', 'l'].map((stroke) =>
    words.map(({ written, start }) => {
      const letters = Array.from(written, (sign) => letterFor(sign, stroke)).join('');
      const places = Array.from(letters, (_, at) => start + at);
      return { start, end: start + written.length, letters, places };
    }),
  );
}
