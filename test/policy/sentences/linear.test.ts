import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../policy/screen/verdict.ts';
import { sentencesLeft } from '../../../policy/sentences/rest-of.ts';
import { sentenceOverLines } from '../../../policy/sentences/sentence-over-lines.ts';
import { BEFORE } from '../../../policy/sentences/small-words.ts';
import { hostileText } from '../../support/hostile-texts.ts';

const TELLS = 'He is undocumented';
const MARK = 'undocumented';

/** Time of the processor, not of the clock: other programs may have the machine. */
function milliseconds(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const from = process.cpuUsage();
    run();
    return process.cpuUsage(from).user / 1_000;
  });
  return Math.min(...times);
}

/** Every mark is found, and nothing else: what the screen takes is measured elsewhere. */
function marked(text: string): Verdict {
  const spans = Array.from(text.matchAll(new RegExp(MARK, 'gu')), ({ index }) => [index, index + MARK.length] as const);
  return { blocked: spans.length > 0, spans, findings: [] };
}

describe('sentences of a hostile text', { timeout: 120_000 }, () => {
  it.each([
    ['lines that end with a comma', `${TELLS},\n`, 'to come out of the car and to sit down there,\n'],
    ['short lines', `${TELLS} and\n`, 'beer and\n'],
    ['lines of one letter', `${TELLS}\n`, 'a\n'],
    ['spaces before the end of a line', 'Keys', ' '],
    ['a line without any mark', TELLS, ' and'],
    ['many told ones in one line', '', `${TELLS} `],
    ['many told ones', '', `${TELLS}. He slept. `],
    ['many told ones over lines', '', `${TELLS} and\n`],
    ['dots', TELLS, '.'],
    ['signs that close', TELLS, '?"'],
    ['empty lines', TELLS, '\n'],
  ])('are found in time in proportion to it: %s', (_, start, unit) => {
    const run = (length: number) => (): void => {
      const text = `${start}${hostileText(unit, length)}\n${TELLS}. Slept.`;
      sentencesLeft(text, marked, sentenceOverLines);
    };
    const [short, long] = [milliseconds(run(10_000)), milliseconds(run(160_000))];
    // Sixteen times the text: a quadratic pattern would take 256 times as long.
    expect(long).toBeLessThan(Math.max(short, 2) * 60);
  });

  it.each(['and', 'because', 'comma', 'mark'] as const)('a joint before spaces is looked for once: %s', (joint) => {
    const run = (length: number) => (): void => {
      BEFORE[joint].test(`keys${' '.repeat(length)}1 `);
    };
    expect(milliseconds(run(1_600))).toBeLessThan(Math.max(milliseconds(run(100)), 2) * 60);
  });
});
