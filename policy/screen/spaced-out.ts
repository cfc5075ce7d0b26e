// Words written letter by letter (u n d o c u m e n t e d, D-E-P-O-R-T-E-D): squeezed and compared with strong stems.
import { rangeOf } from './fold.ts';
import type { Screened } from './phrase-matcher.ts';
import type { Finding } from './verdict.ts';

const RUN = /(?<![a-z0-9])[a-z](?:[ .*_-][a-z]){5,60}(?![a-z0-9])/g;
const STRONG =
  /undocumented|illegalalien|immigra|deport(?:ed|ation)|greencard|asylum|noncitizen|overstay|indocumentad|inmigra|imigra|alienregistration/;

/** The shortest of those words, letter by letter. */
const SHORTEST = 'a s y l u m'.length;

/** Findings of spelt-out status words, each over the whole run of letters. */
export function findSpacedOut(text: Screened): readonly Finding[] {
  const within = text.folded.text;
  if (within.length < SHORTEST) return [];
  const findings: Finding[] = [];
  // Not matchAll: it copies the pattern for every text.
  RUN.lastIndex = 0;
  for (let match = RUN.exec(within); match !== null; match = RUN.exec(within)) {
    if (!STRONG.test(match[0].replace(/[^a-z]/g, ''))) continue;
    const [start, end] = rangeOf(text.folded, match.index, match.index + match[0].length);
    findings.push({ category: 'status-statement', clause: '1(b)', start, end, action: 'block' });
  }
  return findings;
}
