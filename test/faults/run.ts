// `npm run faults -- [--runs N] [--app N] [--out FILE]`: kills a station under load N times (1,000), and the whole app in
// its window N times (20), at random moments, and opens it again after each. Every acknowledged record must be there.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { killApps } from './kill-apps.ts';
import { killStations } from './kill-stations.ts';
import type { Killed } from './killed.ts';

/** From the start to the unfinished form, in milliseconds (U7). */
const MOST_MS = 2_000;

const { values } = parseArgs({
  options: { runs: { type: 'string' }, app: { type: 'string' }, out: { type: 'string' } },
});
const runs = Number(values.runs ?? '1000');
const apps = Number(values.app ?? '20');

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

const results = [
  summary('station', await killStations(runs, tell)),
  ...(apps > 0 ? [summary('whole app', await killApps(apps, tell))] : []),
];
const text = `${JSON.stringify(results, null, 2)}\n`;
if (values.out !== undefined) writeFileSync(values.out, text);
console.log(text);
process.exit(results.every(({ wrong }) => wrong.length === 0) ? 0 : 1);
