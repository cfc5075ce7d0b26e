import type { Column } from './columns.ts';
import { findField } from './columns.ts';
import type { ImportProfile } from './profile.ts';
import type { BookingField, ChargeField, Field } from './values.ts';

/** The columns that feed one field; more than one only where headings say the same thing twice. */
export interface FieldSource<F extends Field> {
  readonly field: F;
  readonly columns: readonly Column[];
  /** From the profile; stands where the file has no value. */
  readonly constant: string | null;
}

/** A file's columns as a row is read: by field. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly booking: readonly FieldSource<BookingField>[];
  readonly charge: readonly FieldSource<ChargeField>[];
  readonly rowIs: 'booking' | 'charge';
}

export function layoutOf(columns: readonly Column[], profile: ImportProfile, rowIs: 'booking' | 'charge'): Layout {
  const constants = new Map(profile.constants);
  const fields = new Set<Field>();
  for (const { field } of columns) if (field !== null) fields.add(field);
  for (const name of constants.keys()) {
    const field = findField(name);
    if (field !== undefined) fields.add(field);
  }
  const booking: FieldSource<BookingField>[] = [];
  const charge: FieldSource<ChargeField>[] = [];
  for (const field of fields) {
    const from = columns.filter((column) => column.field === field);
    const constant = constants.get(field.name) ?? null;
    if (field.part === 'booking') booking.push({ field, columns: from, constant });
    else charge.push({ field, columns: from, constant });
  }
  return { columns, booking, charge, rowIs };
}

/** Headings by which a field's value came, for reports; a constant answers with its own name. */
export function headingsOf(layout: Layout, name: string): readonly string[] {
  const source = [...layout.booking, ...layout.charge].find(({ field }) => field.name === name);
  if (source === undefined) return [];
  return source.columns.length > 0 ? source.columns.map(({ heading }) => heading) : [`constant ${name}`];
}
