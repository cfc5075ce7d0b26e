import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { sanitizePii } from '@cdssnc/sanitize-pii';
import { Redactor } from '@redactpii/node';
import { screen } from '../../policy/screen/screen.ts';
import { readLabelled } from '../screen/labelled.ts';
import { HOSTILE, hostileText } from '../support/hostile-texts.ts';
import { median, percentile, result, type BenchResult } from './result.ts';

const SENTENCE = 'Stopped at the corner of Sample and Mill after a call about a fight; two witnesses, see statements. ';
const TEXT = SENTENCE.repeat(Math.ceil(10_000 / SENTENCE.length)).slice(0, 10_000);
/** Other scripts, accents and signs that nobody sees: every letter keeps its place. */
const MIXED = 'La señora dijo que no vio nada; отец ждал снаружи. Não há feridos\u200b, adv. ';
const MIXED_TEXT = (SENTENCE + MIXED).repeat(Math.ceil(10_000 / (SENTENCE + MIXED).length)).slice(0, 10_000);
/** What a station types in its days, without a word of the topic. */
const NARRATIVES = readLabelled('corpus')
  .filter(
    ({ split, tells, hard, file }) => split === 'train' && !tells && !hard && /^(?:month|desk|strangers)/.test(file),
  )
  .filter(({ field, text }) => field === 'narrative' && /^[\x20-\x7e]{80,}\.$/.test(text))
  .map(({ text }) => text);
const VARIED = 4;
/** Ten thousand characters each; hardly a sentence stands there twice. */
const VARIED_TEXTS = Array.from({ length: VARIED }, (_, own) =>
  NARRATIVES.filter((_text, at) => at % VARIED === own)
    .join(' ')
    .slice(0, 10_000),
);
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

/** Libraries that look for names and numbers, and for no status: what screening costs elsewhere. */
const redactor = new Redactor();
const OTHERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['@redactpii/node', (text) => redactor.redact(text)],
  ['@cdssnc/sanitize-pii', (text) => sanitizePii(text)],
];

/** Milliseconds a kilobyte, the best of a few: what grows faster than the text shows at a million characters. */
function perKilobyte(unit: string, length: number, rounds: number): number {
  const text = hostileText(unit, length);
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    screen(text, 'narrative');
    return performance.now() - start;
  });
  return (Math.min(...times) * 1_000) / length;
}

/** From 1 kB to 1 MB of each hostile family; warm, so that the first text pays for nothing but itself. */
function hostile(): readonly BenchResult[] {
  return HOSTILE.map(([name, unit]) => {
    for (let round = 0; round < 200; round += 1) screen(hostileText(unit, 1_000), 'narrative');
    const floor = Math.max(...[1_000, 10_000, 100_000].map((length) => perKilobyte(unit, length, 20)));
    const value = perKilobyte(unit, 1_000_000, 3);
    return result(
      { name: `screen 1 MB of ${name}`, value, unit: 'ms a kB', floor, floorName: 'the same up to 100 kB' },
      { ratioAtMost: 2 },
    );
  });
}

const p95 = (work: () => unknown): number => percentile(time(work), 0.95);

/** Screening a narrative of 10,000 characters, against lower-casing and scanning it with one regular expression. */
export function benchScreen(): Promise<readonly BenchResult[]> {
  const value = p95(() => screen(TEXT, 'narrative'));
  const mixed = p95(() => screen(MIXED_TEXT, 'narrative'));
  let turn = 0;
  const varied = p95(() => screen(VARIED_TEXTS[(turn += 1) % VARIED] ?? '', 'narrative'));
  const floor = p95(() => TEXT.toLowerCase().match(/\b(?:undocumented|deported|asylum)\b/g));
  const floorName = 'one plain RegExp over the lower-cased text';
  const first = { value: median(firstTexts()), unit: 'ms', floor: value, floorName: 'a later text of 10 kB' };
  return Promise.resolve([
    result({ name: 'screen 10 kB', value, unit: 'ms, p95', floor, floorName }, { valueAtMost: 0.5 }),
    result(
      { name: 'screen 10 kB, mixed scripts', value: mixed, unit: 'ms, p95', floor, floorName },
      { valueAtMost: 1.5 },
    ),
    result(
      { name: 'screen 10 kB of narratives of many days', value: varied, unit: 'ms, p95', floor, floorName },
      { valueAtMost: 0.5 },
    ),
    ...OTHERS.map(([name, work]) =>
      result(
        { name: 'screen 10 kB', value, unit: 'ms, p95', floor: p95(() => work(TEXT)), floorName: name },
        { valueAtMost: 0.5 },
      ),
    ),
    result({ name: 'screen, first text', ...first }, { valueAtMost: 10 }),
    ...hostile(),
  ]);
}
