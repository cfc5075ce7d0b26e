// `npm run faults -- [--runs N] [--app N] [--out FILE]`: kills a station under load N times (1,000), and the whole app in
// its window N times (20), at random moments, and opens it again after each. Every acknowledged record must be there.
// `npm run faults -- fuzz [--messages N] [--seed N] [--out FILE]`: sends N messages (100,000) that no form sends to every call.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzzStation, type Fuzzed } from './fuzz-station.ts';
import { killApps } from './kill-apps.ts';
import { killStations } from './kill-stations.ts';
import type { Killed } from './killed.ts';

/** From the start to the unfinished form, in milliseconds (U7). */
const MOST_MS = 2_000;

/** Megabytes by which the heap may differ between a tenth of the messages and all of them. */
const MOST_GROWTH = 15;

const { values, positionals } = parseArgs({
  options: {
    ...{ runs: { type: 'string' }, app: { type: 'string' }, out: { type: 'string' } },
    ...{ messages: { type: 'string' }, seed: { type: 'string' } },
  },
  allowPositionals: true,
});

interface Summary {
  readonly wrong: readonly string[];
}

function summary(what: string, killed: readonly Killed[]): Summary {
  const times = killed.map(({ restartMs }) => restartMs).toSorted((one, other) => one - other);
  const at = (share: number): number => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return {
    ...{ what, runs: killed.length, acknowledged: killed.reduce((sum, { acknowledged }) => sum + acknowledged, 0) },
    ...{ restartMs: { p50: at(0.5), p95: at(0.95), most: at(1) }, within: at(0.95) < MOST_MS },
    wrong: killed.flatMap(({ wrong }) => wrong),
  };
}

function tell(done: number, of: number): void {
  if (done % 25 === 0 || done === of) console.error(`· ${String(done)} of ${String(of)}`);
}

async function kills(): Promise<boolean> {
  const apps = Number(values.app ?? '20');
  const results = [
    summary('station', await killStations(Number(values.runs ?? '1000'), tell)),
    ...(apps > 0 ? [summary('whole app', await killApps(apps, tell))] : []),
  ];
  write(results);
  return results.every(({ wrong }) => wrong.length === 0);
}

async function fuzz(): Promise<boolean> {
  const messages = Number(values.messages ?? '100000');
  const fuzzed: Fuzzed = await fuzzStation(messages, Number(values.seed ?? '1'), (done) => {
    console.error(`· ${String(done)} of ${String(messages)}`);
  });
  write(fuzzed);
  return fuzzed.wrong.length === 0 && fuzzed.heap[1] - fuzzed.heap[0] < MOST_GROWTH;
}

function write(results: unknown): void {
  const text = `${JSON.stringify(results, null, 2)}\n`;
  if (values.out !== undefined) writeFileSync(values.out, text);
  console.log(text);
}

process.exit((await (positionals[0] === 'fuzz' ? fuzz() : kills())) ? 0 : 1);
