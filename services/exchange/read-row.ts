import type { BookingFieldName } from '../../policy/fields/approved-fields.ts';
import type { ChargeFields } from '../../policy/booking.ts';
import type { FieldValue } from '../../policy/fields/field.ts';
import { readCharges } from './charges.ts';
import type { DateReader } from './dates.ts';
import type { Layout } from './layout.ts';
import { headingOf, remark, sourceText, type Remark, type Remarks } from './source-text.ts';
import { readValue } from './values.ts';

export type FieldMap = Partial<Record<BookingFieldName, FieldValue>>;

export interface RowRead {
  readonly row: number;
  readonly fields: FieldMap;
  readonly charges: readonly ChargeFields[];
  readonly problems: readonly Remark[];
  readonly notes: readonly Remark[];
  readonly clash: readonly string[] | null;
}

/** One data line of the file, not yet read. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface RowReading {
  readonly layout: Layout;
  readonly dates: DateReader;
}

/** Reads one row into fields and charges. What cannot be read stays in as text for the gate, with a problem beside it. */
export function readRow({ row, cells }: RawRow, reading: RowReading): RowRead {
  const remarks: Remarks = { problems: [], notes: [], clash: null };
  const fields: FieldMap = {};
  for (const source of reading.layout.booking) {
    const text = sourceText(source, cells, remarks);
    if (text === null) continue;
    const read = readValue(source.field, text, reading.dates);
    remark(remarks, read, headingOf(source));
    if (read.value !== null) fields[source.field.name] = read.value;
  }
  const charges = readCharges(cells, reading, remarks);
  return { row, fields, charges, ...remarks };
}
