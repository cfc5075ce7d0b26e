import { screen } from '../../policy/screen/screen.ts';
import { percentile, result, type BenchResult } from './result.ts';

const SENTENCE = 'Stopped at the corner of Sample and Mill after a call about a fight; two witnesses, see statements. ';
const TEXT = SENTENCE.repeat(Math.ceil(10_000 / SENTENCE.length)).slice(0, 10_000);
const ROUNDS = 1_500;

function time(work: () => unknown): readonly number[] {
  for (let round = 0; round < 300; round += 1) work();
  return Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** Screening a narrative of 10,000 characters, against lower-casing and scanning it with one regular expression. */
export function benchScreen(): Promise<readonly BenchResult[]> {
  const value = percentile(
    time(() => screen(TEXT, 'narrative')),
    0.95,
  );
  const floor = percentile(
    time(() => TEXT.toLowerCase().match(/\b(?:undocumented|deported|asylum)\b/g)),
    0.95,
  );
  const floorName = 'one plain RegExp over the lower-cased text';
  return Promise.resolve([
    result({ name: 'screen 10 kB', value, unit: 'ms, p95', floor, floorName }, { valueAtMost: 0.5 }),
  ]);
}
