// Which texts of a booking are of a kind in which a station may be taught a phrase.
import type { BookingDraft } from '../booking.ts';
import { APPROVED_FIELDS } from '../fields/approved-fields.ts';
import type { FieldValue } from '../fields/field.ts';
import type { TaughtField } from '../screen/taught.ts';
import { screenFieldOf } from './screened-as.ts';

type Named = Readonly<Record<string, FieldValue | undefined>>;

function textsOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
}

function textsIn(record: Named, part: 'booking' | 'charge', kind: TaughtField): readonly string[] {
  return APPROVED_FIELDS.filter((field) => field.part === part && screenFieldOf(field) === kind).flatMap((field) =>
    textsOf(record[field.name]),
  );
}

/** Texts of a booking that the gate reads as this kind, each as it reads it. */
export function textsOfKind({ fields, charges }: BookingDraft, kind: TaughtField): readonly string[] {
  return [...textsIn(fields, 'booking', kind), ...charges.flatMap((charge) => textsIn({ ...charge }, 'charge', kind))];
}
