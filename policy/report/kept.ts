// What stays counted when its record is closed or gone: figure, day, parts and minutes, and nobody.
// Requirements 3.2, B6, B8.
import { countRows } from './figures.ts';
import { FIGURES, type KeptCount, type ReportInput } from './report.ts';

/** Everything that these records add to a report, one by one, in the order of the figures. @param dayOf the station's day */
export function countsOf(input: ReportInput, dayOf: (at: string) => string): readonly KeptCount[] {
  return FIGURES.flatMap((figure) =>
    countRows(input, figure)
      .map(({ row, parts, minutes = null }): KeptCount => ({ figure, day: dayOf(row.at), parts, minutes }))
      .toSorted((one, other) => one.day.localeCompare(other.day)),
  );
}
