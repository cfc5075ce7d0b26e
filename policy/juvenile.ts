import { ageOn } from './age.ts';

/** G.L. c.41 s.98F keeps an arrestee under 18 out of the public log; requirements M28 out of every public export. */
const OF_AGE = 18;
const YEAR = /^\d{4}/;

function yearsApart(dob: string, on: string): number {
  return Number(on.slice(0, 4)) - Number(dob.slice(0, 4));
}

/**
 * Whether somebody born then is under 18 on that day, or may be where month or day of birth is not known. Nothing is
 * said of somebody whose year of birth is not known.
 * @param dob `YYYY-MM-DD`; parts that nobody knows are `XX`
 * @param on a day, or a time that begins with one
 */
export function mayBeMinor(dob: string | null | undefined, on: string): boolean {
  if (dob === null || dob === undefined || !YEAR.test(dob)) return false;
  const age = ageOn(dob, on.slice(0, 10));
  return age === undefined ? yearsApart(dob, on) <= OF_AGE : age < OF_AGE;
}
