import { z } from 'zod';
import type { ImportReport } from '../policy/import-report.ts';

export const importInput = z.strictObject({
  path: z.string().min(1),
  /** Path of a profile file. */
  profile: z.string().optional(),
  dryRun: z.boolean(),
  /** Path of a file that gets one JSON line a row. */
  rows: z.string().min(1).optional(),
});
export const importIdInput = z.strictObject({ importId: z.uuid() });

/** Sent while an import runs, at most five times a second. */
export interface ImportProgress {
  readonly importId: string;
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Seconds, null until it can be told. */
  readonly secondsLeft: number | null;
  readonly phase: 'reading' | 'storing' | 'done' | 'cancelled' | 'refused';
}

export interface FinishedImport {
  readonly importId: string;
  readonly report: ImportReport;
}

/** A row kept apart because of what it carried; the refused value itself is never kept. */
export interface QuarantinedRow {
  readonly quarantineId: string;
  readonly file: string;
  readonly row: number;
  readonly sourceId: string | null;
  readonly headings: readonly string[];
  readonly categories: readonly string[];
  readonly importedAt: string;
}
