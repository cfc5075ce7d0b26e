import { compactTable, type CompactTable } from './compact-table.ts';
import { keyOf } from './identity.ts';
import type { Layout } from './layout.ts';
import type { RawRow } from './read-row.ts';
import { sourceIdOf, sourceText } from './source-text.ts';

/** Rows that may wait for the other rows of their bookings; a file beyond this must be sorted first. */
export const WAITING_LIMIT = 20_000;

/** How many rows of the file carry each source id: filled in a first pass, counted down in the second. */
export interface RowCounts {
  add(sourceId: string): void;
  /** Takes one row off and answers how many are still to come. */
  take(sourceId: string): number;
}

export function rowCounts(): RowCounts {
  const table: CompactTable = compactTable(1);
  return {
    add: (sourceId) => {
      const key = keyOf(sourceId);
      const entry = table.find(key, () => true);
      if (entry === null) table.add(key, [1]);
      else entry[0] = (entry[0] ?? 0) + 1;
    },
    take: (sourceId) => {
      const entry = table.find(keyOf(sourceId), () => true);
      if (entry === null) return 0;
      entry[0] = Math.max(0, (entry[0] ?? 0) - 1);
      return entry[0];
    },
  };
}

export interface Grouper {
  /** Takes a row; answers all rows of its source id once the last of them is there. */
  push(row: RawRow): readonly RawRow[] | null;
  /** Groups that still wait: only where the file changed between the two passes. */
  rest(): readonly (readonly RawRow[])[];
  waiting(): number;
}

/** Brings together rows that make up one booking, wherever in the file they stand. */
export function rowGrouper(counts: RowCounts, layout: Layout): Grouper {
  const groups = new Map<string, RawRow[]>();
  let waiting = 0;
  return {
    push: (row) => {
      const id = sourceIdOf(layout, row.cells);
      if (id === null) return [row];
      const group = groups.get(id) ?? [];
      group.push(row);
      if (counts.take(id) > 0) {
        groups.set(id, group);
        waiting += 1;
        return null;
      }
      groups.delete(id);
      waiting -= group.length - 1;
      return group;
    },
    rest: () => {
      const left = [...groups.values()];
      groups.clear();
      return left;
    },
    waiting: () => waiting,
  };
}

/**
 * Cuts the rows of one source id into sendings. Another time of booking is another booking; charges that were there
 * already begin the next sending (a repeat or a correction); new ones go on with the booking.
 */
export function sendingsOf(group: readonly RawRow[], layout: Layout): readonly (readonly RawRow[])[] {
  const admissions = new Map<string, RawRow[]>();
  for (const row of group) {
    const admission = textOf('booking_datetime', row, layout);
    const rows = admissions.get(admission) ?? [];
    rows.push(row);
    admissions.set(admission, rows);
  }
  return [...admissions.values()].flatMap((rows) => cutByCharges(rows, layout));
}

function cutByCharges(rows: readonly RawRow[], layout: Layout): readonly (readonly RawRow[])[] {
  const sendings: { rows: RawRow[]; charges: Set<string> }[] = [];
  for (const run of runsOf(rows, layout)) {
    const charges = run.map((row) => chargeKey(row, layout));
    const current = sendings.at(-1);
    if (current === undefined || charges.some((charge) => current.charges.has(charge))) {
      sendings.push({ rows: [...run], charges: new Set(charges) });
      continue;
    }
    current.rows.push(...run);
    for (const charge of charges) current.charges.add(charge);
  }
  return sendings.map((sending) => sending.rows);
}

/** Rows that follow each other in the file and repeat no charge number. */
function runsOf(rows: readonly RawRow[], layout: Layout): readonly (readonly RawRow[])[] {
  const numbered = layout.charge.some(({ field, columns }) => field.name === 'charge_sequence' && columns.length > 0);
  const repeats = (run: readonly RawRow[], row: RawRow): boolean =>
    numbered && run.some((other) => chargeKey(other, layout) === chargeKey(row, layout));
  const runs: RawRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1) ?? [];
    if (run.at(-1)?.row === row.row - 1 && !repeats(run, row)) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

function chargeKey(row: RawRow, layout: Layout): string {
  const sequence = textOf('charge_sequence', row, layout);
  if (sequence !== '') return sequence;
  return `${textOf('charge_statute', row, layout)}\0${textOf('charge_description', row, layout)}`;
}

function textOf(name: string, row: RawRow, layout: Layout): string {
  const source = [...layout.booking, ...layout.charge].find(({ field }) => field.name === name);
  return (source === undefined ? null : sourceText(source, row.cells, null)) ?? '';
}
