// The agency with dots between its letters, not all of them capitals: I.c.E, 1.C.E.
import { rangeOf, type Folded } from './fold.ts';
import { matches, type Change } from './reading.ts';

const AGENCY = /(?<![a-z0-9.])[i1!|l][.*_-]c[.*_-][e3](?![a-z0-9])/g;
const LETTERS = [0, 2, 4] as const;
const LENGTH = 5;
/** Read as they stand: in case of emergency. */
const ALL_CAPITALS = /^[A-Z][^a-z0-9][A-Z][^a-z0-9][A-Z]$/;

/** Where a folded text holds the agency with dots. */
export function dotted(folded: Folded, given: string): readonly Change[] {
  return matches(AGENCY, folded.text).flatMap(({ index: start }) => {
    const end = start + LENGTH;
    if (ALL_CAPITALS.test(given.slice(...rangeOf(folded, start, end)))) return [];
    return [{ start, end, letters: 'ice', places: LETTERS.map((at) => start + at) }];
  });
}
