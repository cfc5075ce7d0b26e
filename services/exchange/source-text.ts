import type { FieldSource, Layout } from './layout.ts';
import { readText, type Field, type ReadValue } from './values.ts';

/** Something to say about a row, under a code and the heading it is about. */
export interface Remark {
  readonly code: string;
  readonly heading: string | null;
}

/** Collects what is to be said about a row while it is read. */
export interface Remarks {
  /** Each fails the row. */
  readonly problems: Remark[];
  readonly notes: Remark[];
  /** Two columns of one field that say different things: the file cannot be read without losing one. */
  clash: readonly string[] | null;
}

/** The text for a field: of equal columns the one that is filled, of a date and a time column both. */
export function sourceText(
  source: FieldSource<Field>,
  cells: readonly string[],
  remarks: Remarks | null,
): string | null {
  const [first, second] = source.columns;
  const text = first === undefined ? null : readText(cells[first.index] ?? '');
  return (second === undefined ? text : oneOfSeveral(source, cells, remarks)) ?? source.constant;
}

function oneOfSeveral(source: FieldSource<Field>, cells: readonly string[], remarks: Remarks | null): string | null {
  const different = [...new Set(source.columns.flatMap((column) => readText(cells[column.index] ?? '') ?? []))];
  const [first = null] = different;
  if (different.length <= 1) return first;
  if (source.field.type === 'datetime' && isDateAndTime(different)) return different.join(' ');
  if (remarks !== null) remarks.clash = source.columns.map(placeOf);
  return first;
}

function placeOf({ heading, index }: { readonly heading: string; readonly index: number }): string {
  return `${heading} (column ${String(index + 1)})`;
}

function isDateAndTime(texts: readonly string[]): boolean {
  const [date = '', time = ''] = texts;
  return texts.length === 2 && /[-/]/.test(date) && /^\d{1,2}:?\d{2}(?::\d{2})?\s*(?:[AP]M)?$/i.test(time);
}

/** The heading under which a field's remarks stand. */
export function headingOf(source: FieldSource<Field>): string {
  return source.columns[0]?.heading ?? `constant ${source.field.name}`;
}

export function remark(remarks: Remarks, read: ReadValue, heading: string): void {
  if (read.problem !== undefined) remarks.problems.push({ code: read.problem, heading });
  if (read.note !== undefined) remarks.notes.push({ code: read.note, heading });
}

/** The id by which a row's booking is known: the record's id, else its number. */
export function sourceIdOf(layout: Layout, cells: readonly string[]): string | null {
  for (const name of ['source_record_id', 'booking_no'] as const) {
    const source = layout.booking.find(({ field }) => field.name === name);
    const text = source === undefined ? null : sourceText(source, cells, null);
    if (text !== null) return text;
  }
  return null;
}
