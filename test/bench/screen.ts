import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { screen } from '../../policy/screen/screen.ts';
import { median, percentile, result, type BenchResult } from './result.ts';

const SENTENCE = 'Stopped at the corner of Sample and Mill after a call about a fight; two witnesses, see statements. ';
const TEXT = SENTENCE.repeat(Math.ceil(10_000 / SENTENCE.length)).slice(0, 10_000);
/** Other scripts, accents and signs that nobody sees: every letter keeps its place. */
const MIXED = 'La señora dijo que no vio nada; отец ждал снаружи. Não há feridos\u200b, adv. ';
const MIXED_TEXT = (SENTENCE + MIXED).repeat(Math.ceil(10_000 / (SENTENCE + MIXED).length)).slice(0, 10_000);
const ROUNDS = 1_500;

function time(work: () => unknown): readonly number[] {
  for (let round = 0; round < 300; round += 1) work();
  return Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** Milliseconds that the first text waits in a program that has just begun. */
function firstTexts(): readonly number[] {
  const program = join(import.meta.dirname, 'first-screen.ts');
  return Array.from({ length: 5 }, () => Number(execFileSync(execPath, [program], { encoding: 'utf8' })));
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
  const mixed = percentile(
    time(() => screen(MIXED_TEXT, 'narrative')),
    0.95,
  );
  const first = { value: median(firstTexts()), unit: 'ms', floor: value, floorName: 'a later text of 10 kB' };
  return Promise.resolve([
    result({ name: 'screen 10 kB', value, unit: 'ms, p95', floor, floorName }, { valueAtMost: 0.5 }),
    result(
      { name: 'screen 10 kB, mixed scripts', value: mixed, unit: 'ms, p95', floor, floorName },
      { valueAtMost: 1.5 },
    ),
    result({ name: 'screen, first text', ...first }, { valueAtMost: 10 }),
  ]);
}
