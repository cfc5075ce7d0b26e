import type { Found, Screened } from './phrase-matcher.ts';

const BEFORE = /(?<![a-z])and (?:is|was) $/;
/** Letters in which these words stand. */
const REACH = 12;

/** "... and is undocumented" in a medical note: said on of the patient, whom such a note need not name. Policy 1(b). */
export function isSaidOn({ given, field }: Screened, { start, category, disguised, weighed }: Found): boolean {
  if (field !== 'medical' || category !== 'status-statement' || disguised === true || weighed === true) return false;
  return BEFORE.test(given.slice(Math.max(0, start - REACH), start).toLowerCase());
}
