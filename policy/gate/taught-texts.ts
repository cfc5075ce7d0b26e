// Which texts of a booking are of a kind in which a station may be taught a phrase.
import type { BookingDraft } from '../booking.ts';
import { APPROVED_FIELDS } from '../fields/approved-fields.ts';
import type { FieldValue } from '../fields/field.ts';
import type { TaughtField } from '../screen/taught.ts';
import { screenFieldOf } from './screened-as.ts';

type Named = Readonly<Record<string, FieldValue | undefined>>;

/** More entries than that nobody teaches at once: a taught phrase has at most 240 characters. */
const MOST_TOGETHER = 4;

/** Neighbours side by side, as they are read where one tells something together with the next. */
function together(entries: readonly string[]): readonly string[] {
  const told = entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
  return told.flatMap((_, from) =>
    Array.from({ length: Math.min(MOST_TOGETHER, told.length - from) - 1 }, (_one, more) =>
      told.slice(from, from + more + 2).join(' '),
    ),
  );
}

function textsOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? [...value, ...together(value)] : [];
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
