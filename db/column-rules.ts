import { plain, type Check } from './mark-check.ts';
import { day, digest, figure, given, id, moment } from './shape-check.ts';

/** A column and the check of its values. */
export type Column = readonly [name: string, check: Check];

type Columns = (...names: readonly string[]) => readonly Column[];
const all =
  (check: Check): Columns =>
  (...names) =>
    names.map((name) => [name, check]);

/** Whole numbers. */
export const figures = all(figure);
/** UUIDs. */
export const ids = all(id);
/** ISO times with an offset. */
export const moments = all(moment);
/** Days. */
export const days = all(day);
/** SHA-256 in hex. */
export const digests = all(digest);
/** Numbers that the station gave. */
export const numbers = all(given);
/** Codes of other systems, of a pack, of a profile: no sentence, and no code that tells status. */
export const codes = all(plain);
