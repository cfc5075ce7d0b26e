import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { newTestStation } from '../support/station.ts';
import { result, type BenchResult } from './result.ts';

const ROWS = 6_000;
const HEADINGS =
  'RecID,Booking #,Date of Booking,Last Name,First Name,DOB,Sex,Race,Res Address,Res City,Statute #,Charge Description,F/M,Property,Narrative,CTZ,POB';
const NAMES = ['Testperson', 'Sampleton', 'Placeholder', 'Fictional', 'Mustermann'];
const TEXTS = [
  'Arrestee was cooperative during booking.',
  'Property inventoried and sealed in bag 6408. Bail clerk notified, bail set.',
  'Slipped on black ice on the walkway; prints taken on livescan, one retry on left thumb.',
];

function row(index: number): string {
  const number = String(index).padStart(7, '0');
  const day = String((index % 27) + 1).padStart(2, '0');
  const name = NAMES[index % NAMES.length] ?? '';
  const text = TEXTS[index % TEXTS.length] ?? '';
  const where = `${String((index % 90) + 1)} Sample Street,Exampleton`;
  const charge = '272/53/F;266/120,DISORDERLY CONDUCT;TRESPASS,misdemeanor;misdemeanor';
  return `R${number},2026-${number},2026-01-${day}T04:47:00,${name},Alex,1990-03-13,M,WHITE,${where},${charge},wallet; keys,"${text}",,`;
}

/** Screened, gated and durable, through the station, against csv-parse reading the file alone. */
export async function benchImport(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
  const path = join(folder, 'bookings.csv');
  writeFileSync(path, `${[HEADINGS, ...Array.from({ length: ROWS }, (_, index) => row(index))].join('\n')}\n`);
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
