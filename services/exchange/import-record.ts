import type { BookingDraft, ChargeFields } from '../../policy/booking.ts';
import type { BookingFieldName } from '../../policy/fields/approved-fields.ts';
import type { FieldValue } from '../../policy/fields/field.ts';
import { isFreeText } from './columns.ts';
import { headingsOf, type Layout } from './layout.ts';
import type { FieldMap, RowRead } from './read-row.ts';
import type { Remark } from './source-text.ts';

/** One sending of one booking, made of one row or, where a row is a charge, of several. */
export interface ImportRecord {
  readonly rows: readonly number[];
  readonly sourceId: string | null;
  readonly draft: BookingDraft;
  /** What later rows say differently: looked at by the gate, not kept. */
  readonly others: readonly BookingDraft[];
  readonly problems: readonly Remark[];
  readonly notes: readonly Remark[];
}

/** Fields of an arrest: a booking may come of several, and keeps the first, whole. */
const OF_AN_ARREST = /^(?:arrest|warrant|armed|juvenile)/;

/** Puts the rows of one booking together; the first row that has a value counts. */
export function recordOf(rows: readonly RowRead[], layout: Layout): ImportRecord {
  const [first] = rows;
  const fields: FieldMap = { ...first?.fields };
  const notes = rows.flatMap((row) => row.notes);
  const others: BookingDraft[] = [];
  for (const row of rows.slice(1)) {
    const different = differences(fields, row.fields, layout);
    for (const name in different) notes.push(disagreement(name, layout));
    if (Object.keys(different).length > 0) others.push({ fields: different, charges: [] });
  }
  const charges: ChargeFields[] = rows.flatMap((row) => row.charges);
  return {
    rows: rows.map(({ row }) => row),
    sourceId: textOf(fields.source_record_id) ?? textOf(fields.booking_no),
    draft: { fields, charges },
    others,
    problems: [...rows.flatMap((row) => row.problems), ...missing(fields), ...withoutTime(notes, layout)],
    notes,
  };
}

/** Adds what `more` has beyond `fields`; answers what it says differently. Sentences are kept, one below the other. */
function differences(fields: FieldMap, more: FieldMap, layout: Layout): FieldMap {
  const different: FieldMap = {};
  const otherArrest = isOtherArrest(fields, more);
  for (const { field } of layout.booking) {
    const value = more[field.name];
    if (value === undefined || isSame(fields[field.name], value)) continue;
    const apart = otherArrest && OF_AN_ARREST.test(field.name);
    const kept = apart ? null : joined(fields[field.name], value, field.name);
    if (kept === null) different[field.name] = value;
    else fields[field.name] = kept;
  }
  return different;
}

function isOtherArrest(fields: FieldMap, more: FieldMap): boolean {
  return (['arrest_no', 'arrest_datetime'] as const).some(
    (name) => fields[name] !== undefined && more[name] !== undefined && fields[name] !== more[name],
  );
}

function joined(kept: FieldValue | undefined, value: FieldValue, name: BookingFieldName): FieldValue | null {
  if (kept === undefined) return value;
  if (typeof kept !== 'string' || typeof value !== 'string' || !isFreeText(name)) return null;
  return kept.split('\n').includes(value) ? kept : `${kept}\n${value}`;
}

function isSame(left: FieldValue | undefined, right: FieldValue): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function disagreement(name: string, layout: Layout): Remark {
  const heading = headingsOf(layout, name)[0] ?? name;
  return { code: OF_AN_ARREST.test(name) ? 'more-than-one-arrest' : 'rows-disagree', heading };
}

function missing(fields: FieldMap): readonly Remark[] {
  const remarks: Remark[] = [];
  if (fields.source_record_id === undefined && fields.booking_no === undefined)
    remarks.push({ code: 'missing-id', heading: null });
  if (fields.booking_datetime === undefined) remarks.push({ code: 'missing-booking-time', heading: null });
  return remarks;
}

/** A booking without its time is none; elsewhere the start of the day stands for a missing time, and is said. */
function withoutTime(notes: readonly Remark[], layout: Layout): readonly Remark[] {
  const [heading = null] = headingsOf(layout, 'booking_datetime');
  const assumed = notes.some((note) => note.code === 'time-assumed' && note.heading === heading);
  return assumed ? [{ code: 'missing-time', heading }] : [];
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
