// `npm run drill -- [--bookings N] [--out DIR]`: a station is lost wholly and comes back from its stick, with the recovery
// files and the paper alone. Every step is timed; the report says what was lost and whether the check holds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drill, type DrillReport } from './drill.ts';

/** What a station may be without its records, in seconds. */
const MOST_SECONDS = 300;

const { values } = parseArgs({ options: { bookings: { type: 'string' }, out: { type: 'string' } } });
const bookings = Number(values.bookings ?? '1000');
const out = resolve(values.out ?? 'drill');

function asText({ steps, ...report }: DrillReport, ok: boolean): string {
  const lines = steps.map(({ name, seconds }) => `| ${name} | ${seconds.toFixed(2)} |`);
  return [
    '# Drill: a station that is lost wholly, and comes back',
    '',
    `${report.at} · ${String(report.bookings)} bookings, ${String(report.entries)} entries of the log, records of ${(report.bytes / 1e6).toFixed(1)} MB.`,
    '',
    '| step | seconds |',
    '| --- | --- |',
    ...lines,
    '',
    `Without records for ${report.downSeconds.toFixed(2)} s (at most ${String(MOST_SECONDS)}): ${ok ? 'held' : 'NOT HELD'}.`,
    `Bookings that came back: ${String(report.cameBack)} of ${String(report.bookings)}, and ${String(report.afterBackup)} that was written after the backup is lost, as it must be.`,
    `The longest that the station kept somebody waiting while the backup was made: ${report.longestWaitMs.toFixed(0)} ms.`,
    `The check after it: ${report.failing.length === 0 ? 'all hold' : `fails at ${report.failing.join(', ')}`}. The log goes on under a new name: ${report.newLog ? 'yes' : 'NO'}.`,
    '',
  ].join('\n');
}

const report = await drill(bookings, (step) => {
  console.error(`· ${step}`);
});
const whole = report.cameBack === bookings && report.failing.length === 0 && report.newLog;
const ok = whole && report.downSeconds <= MOST_SECONDS;
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'drill.json'), `${JSON.stringify({ ok, ...report }, null, 2)}\n`);
writeFileSync(join(out, 'drill.md'), asText(report, ok));
console.log(asText(report, ok));
process.exit(ok ? 0 : 1);
