import type { ImportReport, ImportRow } from '../../../policy/import-report.ts';
import type { Refusal } from '../../../policy/refusal.ts';
import { openFile } from '../../../services/exchange/open-file.ts';
import { AUTO_PROFILE, type ImportProfile } from '../../../services/exchange/profile.ts';
import { runImport } from '../../../services/exchange/run-import.ts';
import type { ImportSink, KnownSources } from '../../../services/exchange/settle.ts';

export interface Imported {
  /** Null where the file was refused. */
  readonly report: ImportReport | null;
  readonly refusals: readonly Refusal[];
  readonly rows: readonly ImportRow[];
}

export interface ImportOptions {
  readonly profile?: ImportProfile;
  readonly sink?: ImportSink;
  /** What a dry run is compared with. */
  readonly known?: KnownSources;
  readonly cancelled?: () => boolean;
}

/** Imports a file as the command line does. */
export async function importFile(path: string, options: ImportOptions = {}): Promise<Imported> {
  const rows: ImportRow[] = [];
  const reply = await runImport(
    { path, profile: options.profile ?? AUTO_PROFILE },
    {
      openFile,
      sink: options.sink ?? null,
      ...(options.known === undefined ? {} : { known: options.known }),
      progress: () => undefined,
      cancelled: options.cancelled ?? (() => false),
      clock: () => performance.now(),
      onRow: (line) => void rows.push(line),
    },
  );
  return reply.ok ? { report: reply.value, refusals: [], rows } : { report: null, refusals: reply.refusals, rows };
}

/** The report of a file that must not be refused. */
export async function reportOf(path: string, options: ImportOptions = {}): Promise<ImportReport> {
  const { report, refusals } = await importFile(path, options);
  if (report === null) throw new Error(`the file was refused: ${JSON.stringify(refusals)}`);
  return report;
}
