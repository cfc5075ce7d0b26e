import type { ImportReport } from '../../policy/import-report.ts';
import type { ExitCode, Io } from './command.ts';

/** Writes the report. A row that cannot be read fails alone; where all of them failed the import did, and the code says so. */
export async function tellImport(report: ImportReport, io: Io): Promise<ExitCode> {
  await io.out(`${JSON.stringify(report, null, 2)}\n`);
  const { bookings, failed, errors } = report;
  if (bookings === 0 || failed < bookings) return 0;
  const why = errors[0] === undefined ? '' : ` First of them, row ${String(errors[0].first)}: ${errors[0].message}`;
  io.say(`No booking of this file can be taken in: all ${String(failed)} failed.${why}`);
  return 1;
}
