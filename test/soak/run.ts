// `npm run soak -- [--minutes N] [--out FILE]`: two hours (or N minutes) of a station's traffic at twenty times its speed,
// with faults thrown in: the process is killed, the stick is pulled, the clock steps back between two lives. Memory must
// stay flat within 5 %, every acknowledged record be there, and the check find nothing.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { soak } from './soak.ts';

const MOST_GROWTH = 0.05;

const { values } = parseArgs({ options: { minutes: { type: 'string' }, out: { type: 'string' } } });
const soaked = await soak(Number(values.minutes ?? '120'), (line) => {
  console.error(`· ${line}`);
});
const ok = soaked.wrong.length === 0 && Math.max(...soaked.memoryGrowth) <= MOST_GROWTH;
const report = `${JSON.stringify({ ok, ...soaked }, null, 2)}\n`;
if (values.out !== undefined) writeFileSync(values.out, report);
console.log(report);
process.exit(ok ? 0 : 1);
