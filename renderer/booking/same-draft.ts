import type { BookingDraft } from '../../policy/booking.ts';
import type { FieldValue } from '../../policy/fields/field.ts';

type Values = Readonly<Record<string, FieldValue | undefined>>;

function entriesOf(values: Values): readonly (readonly [string, FieldValue])[] {
  const told = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return told.toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** The values of a booking as one text, the same for the same values: the order of the charges counts, not their numbers. */
export function keyOf({ fields, charges }: BookingDraft): string {
  const each = charges.map((charge) => entriesOf({ ...charge, charge_sequence: undefined }));
  return JSON.stringify([entriesOf(fields), each]);
}
