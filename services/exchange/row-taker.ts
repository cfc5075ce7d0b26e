import type { ImportReport, ImportRow } from '../../policy/import-report.ts';
import type { TaughtList } from '../../policy/screen/taught.ts';
import { dateReader } from './dates.ts';
import type { FilePlace, FileTrouble } from './file-words.ts';
import { rowGrouper, sendingsOf, WAITING_LIMIT, type Grouper, type RowCounts } from './grouping.ts';
import { recordOf } from './import-record.ts';
import { judge } from './judge.ts';
import { headingsOf, type Layout } from './layout.ts';
import { rowLines, type Outcome, type RefusedCell } from './outcome.ts';
import type { ImportProfile } from './profile.ts';
import { readRow, type RawRow, type RowReading, type RowRead } from './read-row.ts';
import type { CsvRow } from './record-cutter.ts';
import type { ImportSink } from './settle.ts';
import { settler, type Settler } from './settler.ts';
import { stationTime } from './station-time.ts';
import { tally, type ReportHead, type Tally } from './tally.ts';

/** Why no more rows can be taken: the file as a whole is refused. */
export interface Clash {
  readonly trouble: FileTrouble;
  readonly where: Omit<FilePlace, 'file'>;
}

export interface RowTaker {
  take(row: CsvRow): Promise<Clash | null>;
  /** Settles what still waits. */
  finish(): Promise<Clash | null>;
  report(head: ReportHead): ImportReport;
}

export interface TakerOptions {
  readonly layout: Layout;
  readonly profile: ImportProfile;
  readonly counts: RowCounts;
  readonly sink: ImportSink | null;
  readonly taught: TaughtList | undefined;
  readonly onRow: ((line: ImportRow) => void | Promise<void>) | null;
}

interface Taking {
  readonly layout: Layout;
  readonly taught: TaughtList | undefined;
  readonly reading: RowReading;
  readonly settler: Settler;
  readonly tally: Tally;
  /** Refused columns of rows that are not settled yet. */
  readonly refused: Map<number, readonly RefusedCell[]>;
  readonly grouper: Grouper | null;
  readonly onRow: TakerOptions['onRow'];
}

/** Zone of the wall-clock times in files. */
const ZONE = 'America/New_York';

/** Takes the rows of one file in order, makes bookings of them and settles each. */
export function rowTaker(options: TakerOptions): RowTaker {
  const { layout, profile, counts, sink, taught, onRow } = options;
  const taking: Taking = {
    layout,
    taught,
    reading: { layout, dates: dateReader(profile.dates, stationTime(ZONE)) },
    settler: settler({ sink, sourceSystem: profile.name }),
    tally: tally(
      layout.columns,
      headingsOf(layout, 'source_record_id')[0] ?? headingsOf(layout, 'booking_no')[0] ?? null,
    ),
    refused: new Map(),
    grouper: layout.rowIs === 'charge' ? rowGrouper(counts, layout) : null,
    onRow,
  };
  return {
    take: (row) => takeRow(taking, row),
    finish: async () => {
      for (const group of taking.grouper?.rest() ?? []) {
        const clash = await takeGroup(taking, group);
        if (clash !== null) return clash;
      }
      await concludeAll(taking, await taking.settler.finish());
      return null;
    },
    report: (head) => taking.tally.report(head),
  };
}

async function takeRow(taking: Taking, row: CsvRow): Promise<Clash | null> {
  const refused = taking.tally.countRow(row.cells ?? null);
  if (refused.length > 0) taking.refused.set(row.row, refused);
  if (row.cells !== undefined) return takeCells(taking, row);
  const problems = [{ code: row.problem, heading: null }];
  await conclude(taking, { ...NOTHING, rows: [row.row], sourceId: null, verdict: 'failed', problems });
  return null;
}

async function takeCells(taking: Taking, row: RawRow): Promise<Clash | null> {
  const { grouper } = taking;
  if (grouper === null) return takeGroup(taking, [row]);
  const group = grouper.push(row);
  if (group !== null) return takeGroup(taking, group);
  return grouper.waiting() > WAITING_LIMIT ? { trouble: 'rows-far-apart', where: { row: row.row } } : null;
}

async function takeGroup(taking: Taking, group: readonly RawRow[]): Promise<Clash | null> {
  const sendings = taking.grouper === null ? [group] : sendingsOf(group, taking.layout);
  for (const sending of sendings) {
    const rows = sending.map((row) => readRow(row, taking.reading));
    const clash = clashOf(rows);
    if (clash !== null) return clash;
    const record = recordOf(rows, taking.layout);
    const judged = judge(record, taking.layout, taking.taught);
    await concludeAll(taking, await taking.settler.settle(record, judged));
  }
  return null;
}

const NOTHING = { carried: [], problems: [], notes: [], twice: false } as const;

function clashOf(rows: readonly RowRead[]): Clash | null {
  const row = rows.find(({ clash }) => clash !== null);
  if (row === undefined) return null;
  return { trouble: 'columns-clash', where: { row: row.row, columns: row.clash?.join(', ') ?? '' } };
}

async function concludeAll(taking: Taking, outcomes: readonly Outcome[]): Promise<void> {
  for (const outcome of outcomes) await conclude(taking, outcome);
}

async function conclude(taking: Taking, outcome: Outcome): Promise<void> {
  taking.tally.add(outcome);
  if (taking.onRow !== null) {
    for (const line of rowLines(outcome, (row) => taking.refused.get(row) ?? [])) await taking.onRow(line);
  }
  for (const row of outcome.rows) taking.refused.delete(row);
}
