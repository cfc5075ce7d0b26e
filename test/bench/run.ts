// `npm run bench -- [NAME] [--json] [--most ENTRIES]`: what things cost, each against a floor that is measured in the same run.
import { parseArgs } from 'node:util';
import type { BenchResult } from './result.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, most: { type: 'string' } },
  allowPositionals: true,
});
/** How large the log of its bench grows, or how many bookings a store holds; the usual size where nothing is said. */
const most = values.most === undefined ? undefined : Number(values.most);

const BENCHES: ReadonlyMap<string, () => Promise<readonly BenchResult[]>> = new Map([
  ['save', async () => (await import('./save.ts')).benchSave()],
  ['policy', async () => (await import('./policy.ts')).benchPolicy()],
  ['screen', async () => (await import('./screen.ts')).benchScreen()],
  ['ledger', async () => (await import('./ledger.ts')).benchLedger(most)],
  ['export', async () => (await import('./export.ts')).benchExport()],
  ['store', async () => (await import('./store.ts')).benchStore(most)],
  ['pages', async () => (await import('./pages.ts')).benchPages(most)],
  ['import', async () => (await import('./import.ts')).benchImport()],
  ['window', async () => (await import('./window.ts')).benchWindow()],
]);

const [wanted] = positionals;
const chosen = [...BENCHES].filter(([name]) => wanted === undefined || name === wanted);
if (chosen.length === 0) {
  console.error(`There is no bench "${wanted ?? ''}". Known are ${[...BENCHES.keys()].join(', ')}.`);
  process.exit(2);
}
const results: BenchResult[] = [];
for (const [name, run] of chosen) {
  if (values.json !== true) console.error(`· ${name}`);
  results.push(...(await run()));
}
if (values.json === true) console.log(JSON.stringify(results, null, 2));
else console.table(results.map(({ ok, ...rest }) => ({ ...rest, ok: ok ? 'yes' : 'NO' })));
process.exit(0);
