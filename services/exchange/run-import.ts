import { createHash, type Hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Reply } from '../../contract/reply.ts';
import type { ImportReport, ImportRow } from '../../policy/import-report.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { TaughtList } from '../../policy/screen/taught.ts';
import { readCsv } from './csv-rows.ts';
import { refuseFile, troubleOf, type FileTrouble } from './file-words.ts';
import { rowCounts, type RowCounts } from './grouping.ts';
import { NotAtRest, type OpenFile } from './open-file.ts';
import { prepareImport, type Prepared } from './prepare.ts';
import type { ImportProfile } from './profile.ts';
import { progressMeter, type ProgressMeter, type ProgressNews } from './progress.ts';
import type { CsvRow } from './record-cutter.ts';
import { RowFileTrouble } from './row-file.ts';
import { rowTaker, type Clash, type RowTaker } from './row-taker.ts';
import { rehearsal } from './rehearsal.ts';
import type { ImportSink, KnownSources } from './settle.ts';
import { sourceIdOf } from './source-text.ts';

export interface ImportRequest {
  readonly path: string;
  readonly profile: ImportProfile;
}

export interface ImportDeps {
  openFile(path: string): Promise<OpenFile>;
  /** Null on a dry run: nothing is stored. */
  readonly sink: ImportSink | null;
  /** What the station lets through; nothing where there is no station. */
  readonly taught?: TaughtList;
  /** What a dry run is compared with; without it a file is compared with itself alone. */
  readonly known?: KnownSources;
  /** Told at most five times a second. */
  progress(news: ProgressNews): void;
  cancelled(): boolean;
  /** Milliseconds, from any start. */
  clock(): number;
  /** The row file: one line a row. */
  readonly onRow?: (line: ImportRow) => void | Promise<void>;
  /** Told once the last row was taken, before the report is handed over. */
  readonly onEnd?: () => Promise<void>;
}

/** Rows after which whatever else waits in this process has its turn. */
const ROWS_A_TURN = 20;

interface Run {
  readonly prepared: Prepared;
  readonly profile: ImportProfile;
  readonly deps: ImportDeps;
  readonly meter: ProgressMeter;
  readonly hash: Hash;
  bytesRead: number;
  rows: number;
  encoding: string;
}

/**
 * Imports one file: streams it, passes every booking through the gate, hands what is clear to the sink and sums up.
 * A refusal means that nothing may stay stored: the caller rolls the sink's transaction back. Faults of the sink are
 * thrown. Memory does not grow with the file but for about 35 bytes a booking, which tell repeats from what is new.
 */
export async function runImport(request: ImportRequest, deps: ImportDeps): Promise<Reply<ImportReport>> {
  try {
    const file = await deps.openFile(request.path);
    try {
      return await importFile(file, request, deps);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof RowFileTrouble) return refused(error.refusal);
    const trouble = troubleIn(error);
    if (trouble === null) throw error;
    const name = request.path.split(/[/\\]/).at(-1) ?? '';
    return refused(refuseFile(trouble, { file: name }));
  }
}

async function importFile(file: OpenFile, request: ImportRequest, deps: ImportDeps): Promise<Reply<ImportReport>> {
  const { profile } = request;
  const prepared = await prepareImport(file, profile);
  if ('code' in prepared) return refused(prepared);
  const passes = prepared.layout.rowIs === 'charge' ? 2 : 1;
  const meter = progressMeter(file.bytes * passes, { clock: () => deps.clock(), send: (news) => deps.progress(news) });
  const hash = createHash('sha256');
  const run: Run = { prepared, profile, deps, meter, hash, bytesRead: 0, rows: 0, encoding: prepared.source.encoding };
  const counts = passes === 2 ? await countPass(run) : rowCounts();
  const sink = sinkOf(deps);
  const taker = rowTaker({
    layout: prepared.layout,
    profile,
    counts,
    sink,
    taught: deps.taught,
    onRow: deps.onRow ?? null,
  });
  const refusal = await readPass(run, taker);
  meter.tell({ rows: run.rows, bytesRead: run.bytesRead, phase: endOf(refusal) });
  if (refusal !== null) return refused(refusal);
  await deps.onEnd?.();
  const { encoding } = run;
  return {
    ok: true,
    value: taker.report({ file: file.name, sha256: hash.digest('hex'), profile: profile.name, encoding }),
  };
}

function sinkOf({ sink, known }: ImportDeps): ImportSink | null {
  return sink === null && known !== undefined ? rehearsal(known) : sink;
}

function endOf(refusal: Refusal | null): ProgressNews['phase'] {
  if (refusal === null) return 'done';
  return refusal.code === 'cancelled' ? 'cancelled' : 'refused';
}

/** First pass over a file with one row per charge: how many rows each booking has, so that the second need not wait. */
async function countPass(run: Run): Promise<RowCounts> {
  const counts = rowCounts();
  const { source, layout } = run.prepared;
  for await (const batch of readCsv({ ...source, onBytes: (chunk) => (run.bytesRead += chunk.length) })) {
    for (const { cells } of batch.rows) {
      const id = cells === undefined ? null : sourceIdOf(layout, cells);
      if (id !== null) counts.add(id);
    }
    if (run.deps.cancelled()) break;
    run.meter.tell({ rows: 0, bytesRead: run.bytesRead, phase: 'reading' });
  }
  return counts;
}

async function readPass(run: Run, taker: RowTaker): Promise<Refusal | null> {
  const { source } = run.prepared;
  const phase = run.deps.sink === null ? 'reading' : 'storing';
  const onBytes = (chunk: Uint8Array): void => {
    run.hash.update(chunk);
    run.bytesRead += chunk.length;
  };
  for await (const batch of readCsv({ ...source, onBytes })) {
    const refusal = await takeAll(run, taker, batch.rows);
    if (refusal !== null) return refusal;
    if (batch.stop !== null) return refuseFile(batch.stop, { file: source.file.name });
    run.encoding = batch.encoding;
    run.meter.tell({ rows: run.rows, bytesRead: run.bytesRead, phase });
  }
  return refuseClash(run, await taker.finish());
}

async function takeAll(run: Run, taker: RowTaker, rows: readonly CsvRow[]): Promise<Refusal | null> {
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_A_TURN === 0) await setImmediate();
    if (run.deps.cancelled()) return { code: 'cancelled' };
    const clash = await taker.take(row);
    if (clash !== null) return refuseClash(run, clash);
    run.rows = row.row;
  }
  return null;
}

function refuseClash(run: Run, clash: Clash | null): Refusal | null {
  return clash === null ? null : refuseFile(clash.trouble, { file: run.prepared.source.file.name, ...clash.where });
}

function refused(refusal: Refusal): Reply<never> {
  return { ok: false, refusals: [refusal] };
}

/** Null where it is no trouble of the file. */
function troubleIn(error: unknown): FileTrouble | null {
  if (error instanceof NotAtRest) return error.code;
  return isFileError(error) ? troubleOf(error.code) : null;
}

/** What the file system throws, and nothing else. */
function isFileError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
