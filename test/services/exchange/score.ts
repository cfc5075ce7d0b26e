// How far imports of generated files agree with what is in them. Run: node test/services/exchange/score.ts [N]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAgreement } from './agreement.ts';
import { hasGenerator } from './make-bookings.ts';

const n = process.argv[2] ?? '10000';
const RUNS = [
  ...['1', '2', '3', '4', '5'].map((seed) => ({ headers: 'rms', seed })),
  { headers: 'standard', encoding: 'utf16le', dates: 'us', delimiter: ';', dirty: '0.05' },
  { headers: 'rms', rows: 'charge', encoding: 'latin1', dates: 'sql', delimiter: '|', eol: 'crlf', dirty: '0.05' },
];

if (!hasGenerator) process.stderr.write('The generator is not beside this repository; nothing to score.\n');
for (const run of hasGenerator ? RUNS : []) {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-score-'));
  const started = performance.now();
  const { report, wrongFields, texts, ...rest } = await measureAgreement(folder, { n, 'status-text': '0.03', ...run });
  const { columns, texts: apart, errors, ...counts } = report;
  const line = {
    run,
    ...rest,
    wrongFields: Object.fromEntries(wrongFields),
    texts: { ...texts, missed: Object.fromEntries(texts.missed) },
  };
  const notes = errors.map(({ code, heading, rows }) => ({ code, heading, rows }));
  process.stdout.write(
    `${JSON.stringify({ ...line, counts, notes, columns: columns.length, apart, ms: Math.round(performance.now() - started) }, null, 1)}\n`,
  );
  rmSync(folder, { recursive: true });
}
