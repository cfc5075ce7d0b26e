import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { decide, readRequest } from '../../policy/decide.ts';
import { loadPack } from '../../policy/packs/load-pack.ts';
import westborough from '../../policy/packs/westborough-2015.json' with { type: 'json' };
import { packInForce } from '../../services/pack-in-force.ts';
import { benchAsking } from './asking.ts';
import { median, percentile, result, type BenchResult } from './result.ts';

const FACTS = { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00', offense: 'abdw' };
const request = (more: object): string =>
  JSON.stringify({
    id: 'bench',
    at: '2026-03-08T01:40:00-05:00',
    act: 'notify-ice',
    subject: { role: 'arrestee', age: 31 },
    custody: { inCustody: true },
    people: { decider: { id: 'u7', role: 'booking-officer' } },
    ...more,
  });

const ALLOWED = request({ ground: '2a', facts: FACTS });
const REFUSED = request({ ground: '2a', facts: { arrestedAt: FACTS.arrestedAt } });
/** No ground named: every one is weighed, and the nearest explains itself. */
const NEAREST = request({ facts: { ...FACTS, arrestingAgency: 'MSP' } });

const ROUNDS = 20_000;
const WARM = 5_000;
const RUNS = 5;
const LOADS = 200;
const LINES = 200_000;
const MAIN = resolve(import.meta.dirname, '../../electron/cli/main.ts');

function time(work: () => unknown, rounds: number, warm: number): readonly number[] {
  for (let round = 0; round < warm; round += 1) work();
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** The best of some runs, each with its p99: what others do on the machine is not what a decision costs. */
function micros(work: () => unknown): number {
  const runs = Array.from({ length: RUNS }, () => percentile(time(work, ROUNDS, WARM), 0.99) * 1000);
  return Math.min(...runs);
}

function decisions(): readonly BenchResult[] {
  const { pack } = packInForce();
  const cases = [
    ['decision allowed', ALLOWED],
    ['decision refused, explained', REFUSED],
    ['no ground named: the nearest one explained', NEAREST],
  ] as const;
  return cases.map(([name, text]) => {
    const read = readRequest(JSON.parse(text), pack);
    if (!read.ok) throw new Error(read.error);
    const floor = micros(() => JSON.parse(text));
    const value = micros(() => decide(read.request, pack));
    return result({ name, value, unit: 'µs, p99', floor, floorName: 'JSON.parse of the request' }, { valueAtMost: 20 });
  });
}

/** From the text of the file to a pack that may be applied; the first time as well, when nothing is warm. */
function loads(): readonly BenchResult[] {
  const text = JSON.stringify(westborough);
  const floor = median(time(() => JSON.parse(text), LOADS, 0));
  const times = time(() => loadPack(JSON.parse(text)), LOADS, 0);
  const line = (name: string, value: number): BenchResult =>
    result({ name, value, unit: 'ms', floor, floorName: 'JSON.parse of the pack' }, { valueAtMost: 50 });
  return [line('load of the pack, first', times[0] ?? NaN), line('load of the pack, p99', percentile(times, 0.99))];
}

/** The command as a script uses it. Answers milliseconds to the first piece of output and to the end. */
function piped(args: readonly string[], input: string): Promise<{ readonly first: number; readonly all: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let first = 0;
  child.stdout.on('data', () => {
    if (first === 0) first = performance.now() - start;
  });
  child.stdin.end(input);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', () => done({ first, all: performance.now() - start }));
  });
}

async function pipe(): Promise<readonly BenchResult[]> {
  const texts = [ALLOWED, REFUSED, NEAREST];
  const input = Array.from({ length: LINES }, (_, at) => `${texts[at % texts.length] ?? ''}\n`).join('');
  const copy = await piped(['-e', 'process.stdin.pipe(process.stdout)'], input);
  const { first, all } = await piped([MAIN, 'decide'], input);
  const perSecond = (ms: number): number => LINES / (ms / 1000);
  return [
    result(
      {
        name: 'decide, through the pipe',
        value: perSecond(all),
        unit: 'lines/s',
        floor: perSecond(copy.all),
        floorName: 'a copy of the lines',
      },
      { valueAtLeast: 20_000 },
    ),
    result(
      {
        name: 'decide, first output',
        value: first,
        unit: 'ms',
        floor: copy.first,
        floorName: 'the first piece of the copy',
      },
      { valueAtMost: 1000 },
    ),
  ];
}

/** What a decision, a load of the pack, a line of `decide` and the page "May we …?" cost. */
export async function benchPolicy(): Promise<readonly BenchResult[]> {
  return [...decisions(), ...loads(), ...(await pipe()), ...(await benchAsking())];
}
