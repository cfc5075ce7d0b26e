// `npm test`: the checks, then all tests; the last line counts both. With arguments (`npm test -- --project unit policy`)
// only those tests run, and the arguments go on to vitest.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Count, runSteps } from './check/run-steps.ts';
import { READY, STEPS } from './check/steps.ts';
import { readTally, tallyLine, type Tally } from './check/tally.ts';
import { numberedFolder } from '../test/support/numbered-folder.ts';

const root = resolve(import.meta.dirname, '..');

/** Runs vitest and counts from the report that it leaves. What the tests leave lying about goes with the folder at the end. */
function runTests(filters: readonly string[]): Tally {
  const folder = numberedFolder('sally');
  const report = join(folder, 'report.json');
  try {
    const own = ['run', '-c', 'build/vitest.config.ts', '--reporter=default', '--reporter=json'];
    const args = [join(root, 'node_modules/vitest/vitest.mjs'), ...own, `--outputFile.json=${report}`, ...filters];
    // Commands and stations that tests start read the same sources over and over: compiled once, they are kept.
    const env = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/sallyport'), ...process.env, TMPDIR: folder };
    const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    return readTally(report, status === 0);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const filters = process.argv.slice(2);
const checks: Count = filters.length === 0 ? await runSteps([READY, ...STEPS]) : { passed: 0, failed: 0 };
const tests = runTests(filters);
const total: Tally = {
  passed: checks.passed + tests.passed,
  failed: checks.failed + tests.failed,
  skipped: tests.skipped,
};
process.exitCode = total.failed === 0 && tests.passed > 0 ? 0 : 1;
console.log(tallyLine(total));
