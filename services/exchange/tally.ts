import type { ImportColumn, ImportError, ImportReport } from '../../policy/import-report.ts';
import type { Column } from './columns.ts';
import type { Outcome, RefusedCell, RowVerdict } from './outcome.ts';
import { rowSentence } from './row-words.ts';
import type { Remark } from './source-text.ts';

/** Sums up an import as it goes. Holds counts, headings and codes, and no value. */
export interface Tally {
  /** Counts one data line; answers which refused columns held a value in it. `cells` null: it could not be read. */
  countRow(cells: readonly string[] | null): readonly RefusedCell[];
  add(outcome: Outcome): void;
  rows(): number;
  report(head: ReportHead): ImportReport;
}

export interface ReportHead {
  readonly file: string;
  readonly sha256: string;
  readonly profile: string;
  readonly encoding: string;
}

interface Sum {
  rows: number;
  first: number;
}

interface Counts {
  rows: number;
  readonly verdicts: Record<RowVerdict, number>;
  readonly filled: number[];
  readonly texts: Map<string, { rows: number; categories: Map<string, number> }>;
  readonly errors: Map<string, Sum & Remark>;
  readonly twice: Sum;
}

/** @param idHeading heading of the record id, for what is said about ids */
export function tally(columns: readonly Column[], idHeading: string | null): Tally {
  const counts: Counts = {
    rows: 0,
    verdicts: { accepted: 0, updated: 0, duplicate: 0, quarantined: 0, failed: 0 },
    filled: columns.map(() => 0),
    texts: new Map(),
    errors: new Map(),
    twice: { rows: 0, first: 0 },
  };
  return {
    countRow: (cells) => {
      counts.rows += 1;
      return cells === null ? [] : columns.flatMap((column) => countCell(counts, column, cells));
    },
    add: (outcome) => {
      counts.verdicts[outcome.verdict] += 1;
      addTexts(counts, outcome);
      addRemarks(counts, outcome);
      if (outcome.twice) addTwice(counts, outcome);
    },
    rows: () => counts.rows,
    report: (head) => reportOf(counts, head, { columns, idHeading }),
  };
}

function countCell(counts: Counts, column: Column, cells: readonly string[]): readonly RefusedCell[] {
  const cell = cells[column.index] ?? '';
  if (cell === '' || cell.trim() === '') return [];
  counts.filled[column.index] = (counts.filled[column.index] ?? 0) + 1;
  return column.verdict === 'refused' ? [{ heading: column.heading, category: column.category ?? 'protected' }] : [];
}

/** A booking's field counts once per row of the booking, a charge's once per charge. */
function addTexts(counts: Counts, outcome: Outcome): void {
  const seen = new Set<string>();
  for (const { heading, category, charge } of outcome.carried) {
    const text = counts.texts.get(heading) ?? { rows: 0, categories: new Map<string, number>() };
    counts.texts.set(heading, text);
    text.categories.set(category, (text.categories.get(category) ?? 0) + 1);
    const place = `${heading}\0${String(charge)}`;
    if (!seen.has(place)) text.rows += charge === null ? outcome.rows.length : 1;
    seen.add(place);
  }
}

function addRemarks(counts: Counts, outcome: Outcome): void {
  const seen = new Set<string>();
  for (const remark of [...outcome.problems, ...outcome.notes]) {
    const key = `${remark.code}\0${remark.heading ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const sum = counts.errors.get(key) ?? { ...remark, rows: 0, first: outcome.rows[0] ?? 0 };
    counts.errors.set(key, sum);
    sum.rows += outcome.rows.length;
    sum.first = Math.min(sum.first, outcome.rows[0] ?? sum.first);
  }
}

function addTwice(counts: Counts, outcome: Outcome): void {
  const { twice } = counts;
  if (twice.rows === 0) twice.first = outcome.rows[0] ?? 0;
  twice.rows += outcome.rows.length;
}

function reportOf(
  counts: Counts,
  head: ReportHead,
  given: { readonly columns: readonly Column[]; readonly idHeading: string | null },
): ImportReport {
  const { accepted, updated, duplicate: duplicates, quarantined, failed } = counts.verdicts;
  return {
    ...head,
    rows: counts.rows,
    bookings: accepted + updated + duplicates + quarantined + failed,
    accepted,
    updated,
    duplicates,
    quarantined,
    failed,
    columns: given.columns.map((column) => columnLine(column, counts.filled[column.index] ?? 0)),
    texts: [...counts.texts].map(([heading, { rows, categories }]) => ({
      heading,
      rows,
      categories: Object.fromEntries(categories),
    })),
    errors: [...[...counts.errors.values()].map(errorLine), ...twiceLine(counts, given.idHeading), ...noRows(counts)],
  };
}

function columnLine(column: Column, rows: number): ImportColumn {
  const { heading, verdict, category, clause } = column;
  const line = { heading, field: column.field?.name ?? null, verdict };
  return {
    ...line,
    ...(category === undefined ? {} : { category }),
    ...(clause === undefined ? {} : { clause }),
    rows,
  };
}

function errorLine({ code, heading, rows, first }: Sum & Remark): ImportError {
  return { code, heading, rows, first, message: rowSentence(code, heading) };
}

function twiceLine({ twice }: Counts, heading: string | null): readonly ImportError[] {
  if (twice.rows === 0) return [];
  const message =
    `The record id of row ${String(twice.first)} stands for bookings with different times of booking. ` +
    'Each was kept as a booking of its own; check the id in the records system.';
  return [{ code: 'same-id-two-admissions', heading, rows: twice.rows, first: twice.first, message }];
}

function noRows(counts: Counts): readonly ImportError[] {
  if (counts.rows > 0) return [];
  return [{ code: 'no-rows', heading: null, rows: 0, first: 0, message: rowSentence('no-rows', null) }];
}
