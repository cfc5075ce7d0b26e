import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { writeBookings } from '../support/bookings-file.ts';
import { newTestStation } from '../support/station.ts';
import { result, type BenchResult } from './result.ts';

const ROWS = 6_000;
/** Screened, gated and durable, through the station, against csv-parse reading the file alone. */
export async function benchImport(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
  const path = join(folder, 'bookings.csv');
  writeBookings(path, ROWS);
  const text = readFileSync(path, 'utf8');
  const parsing = performance.now();
  parse(text);
  const floor = (ROWS * 60_000) / (performance.now() - parsing);
  const desk = await newTestStation();
  const start = performance.now();
  const { report } = await desk.done('import.run', { path, dryRun: false });
  const value = (ROWS * 60_000) / (performance.now() - start);
  await desk.remove();
  rmSync(folder, { recursive: true });
  if (report.accepted !== ROWS)
    throw new Error(`only ${String(report.accepted)} of ${String(ROWS)} rows were accepted`);
  const floorName = 'csv-parse alone';
  return [
    result({ name: 'import CSV', value, unit: 'bookings/min, one core', floor, floorName }, { valueAtLeast: 15_000 }),
  ];
}
