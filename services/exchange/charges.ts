import type { ChargeFields } from '../../policy/booking.ts';
import type { ChargeFieldName } from '../../policy/fields/approved-fields.ts';
import type { FieldValue } from '../../policy/fields/field.ts';
import type { DateReader } from './dates.ts';
import type { FieldSource, Layout } from './layout.ts';
import { headingOf, remark, sourceText, type Remarks } from './source-text.ts';
import { readText, readValue, type ChargeField } from './values.ts';

interface ChargeText {
  readonly source: FieldSource<ChargeField>;
  readonly text: string;
}

type ChargeMap = Partial<Record<ChargeFieldName, FieldValue>>;
type Reading = { readonly layout: Layout; readonly dates: DateReader };

/** Fields whose text never holds a semicolon of its own: they say how many charges a row joins. */
const COUNTING: ReadonlySet<ChargeFieldName> = new Set<ChargeFieldName>([
  'charge_sequence',
  'charge_counts',
  'charge_severity',
  'charge_statute',
]);

/** The charges of one row: several joined with semicolons where a row is a booking, one where a row is a charge. */
export function readCharges(cells: readonly string[], reading: Reading, remarks: Remarks): readonly ChargeFields[] {
  const texts = reading.layout.charge.flatMap((source) => {
    const text = sourceText({ ...source, constant: null }, cells, remarks);
    return text === null ? [] : [{ source, text }];
  });
  if (texts.length === 0) return [];
  const count = reading.layout.rowIs === 'charge' ? 1 : countOf(texts);
  const charges = Array.from({ length: count }, (): ChargeMap => ({}));
  for (const { source, text } of [...constantsOf(reading.layout, count), ...texts]) {
    partsOf(text, { count, source, remarks }).forEach((part, index) => {
      setPart(charges[index], { source, part, dates: reading.dates, remarks });
    });
  }
  return charges;
}

/** A semicolon inside the description of a single charge does not make two of it. */
function countOf(texts: readonly ChargeText[]): number {
  const counting = texts.filter(({ source }) => COUNTING.has(source.field.name));
  return Math.max(...(counting.length > 0 ? counting : texts).map(({ text }) => text.split(';').length));
}

interface Splitting {
  readonly count: number;
  readonly source: FieldSource<ChargeField>;
  readonly remarks: Remarks;
}

function partsOf(text: string, { count, source, remarks }: Splitting): readonly string[] {
  if (count === 1) return [text];
  const parts = text.split(';');
  if (parts.length === count) return parts;
  remarks.problems.push({ code: 'charges-do-not-line-up', heading: headingOf(source) });
  return [text];
}

interface Part {
  readonly source: FieldSource<ChargeField>;
  readonly part: string;
  readonly dates: DateReader;
  readonly remarks: Remarks;
}

function setPart(charge: ChargeMap | undefined, { source, part, dates, remarks }: Part): void {
  const text = readText(part);
  if (text === null || charge === undefined) return;
  const read = readValue(source.field, text, dates);
  remark(remarks, read, headingOf(source));
  if (read.value !== null) charge[source.field.name] = read.value;
}

function constantsOf(layout: Layout, count: number): readonly ChargeText[] {
  return layout.charge.flatMap((source) =>
    source.constant === null ? [] : [{ source, text: Array(count).fill(source.constant).join(';') }],
  );
}
