// Words written letter by letter (u n d o c u m e n t e d, D-E-P-O-R-T-E-D): squeezed and compared with strong stems.
import { rangeOf } from './fold.ts';
import type { Screened } from './phrase-matcher.ts';
import type { Finding } from './verdict.ts';

const RUN = /(?<![a-z0-9])[a-z](?:[ .*_-][a-z]){5,60}(?![a-z0-9])/g;
const STRONG =
  /undocumented|illegalalien|immigra|deport(?:ed|ation)|greencard|asylum|noncitizen|overstay|indocumentad|inmigra|imigra|alienregistration/;

/** Findings of spelt-out status words, each over the whole run of letters. */
export function findSpacedOut(text: Screened): readonly Finding[] {
  const findings: Finding[] = [];
  for (const match of text.folded.text.matchAll(RUN)) {
    if (!STRONG.test(match[0].replace(/[^a-z]/g, ''))) continue;
    const [start, end] = rangeOf(text.folded, match.index, match.index + match[0].length);
    findings.push({ category: 'status-statement', clause: '1(b)', start, end, action: 'block' });
  }
  return findings;
}
