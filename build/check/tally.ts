// Counts what a run of vitest came to.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Count } from './run-steps.ts';

export interface Tally extends Count {
  readonly skipped: number;
}

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/**
 * Reads vitest's JSON report. A file that could not be loaded counts as one failure, and so does a run that went
 * wrong without naming a test: an error outside of any test, no report, no test at all.
 */
export function readTally(file: string, succeeded: boolean): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const found = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const broken = found.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  );
  const failed = found.numFailedTests + broken.length;
  return {
    passed: found.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

/** `N passed, N failed`, and the skipped ones where there are any. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
}
