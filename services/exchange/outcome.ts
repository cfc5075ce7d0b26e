import type { ImportRow } from '../../policy/import-report.ts';
import type { Carried } from './judge.ts';
import type { Remark } from './source-text.ts';

export type RowVerdict = ImportRow['verdict'];

/** What became of one booking of the file. */
export interface Outcome {
  readonly rows: readonly number[];
  readonly sourceId: string | null;
  readonly verdict: RowVerdict;
  readonly carried: readonly Carried[];
  readonly problems: readonly Remark[];
  readonly notes: readonly Remark[];
  /** The id stands for another admission as well. */
  readonly twice: boolean;
}

/** A column that was refused and held a value in a row. */
export interface RefusedCell {
  readonly heading: string;
  readonly category: string;
}

/** Lines of the row file for one booking: what was refused of each row, or why it failed. Never a value. */
export function rowLines(outcome: Outcome, refusedOf: (row: number) => readonly RefusedCell[]): readonly ImportRow[] {
  const why = [
    ...outcome.carried,
    ...outcome.problems.map(({ code, heading }) => ({ heading: heading ?? code, category: code })),
  ];
  return outcome.rows.map((row) => {
    const all = [...why, ...refusedOf(row)];
    return {
      row,
      sourceId: outcome.sourceId,
      verdict: outcome.verdict,
      headings: [...new Set(all.map(({ heading }) => heading))],
      categories: [...new Set(all.map(({ category }) => category))],
    };
  });
}
