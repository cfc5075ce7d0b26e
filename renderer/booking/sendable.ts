import type { CallInput } from '../../contract/calls.ts';
import type { BookingDraft } from '../../policy/booking.ts';
import type { FieldValue } from '../../policy/fields/field.ts';

type Sendable = Pick<CallInput<'booking.save'>, 'fields' | 'charges'>;

function plainValue(value: FieldValue): string | number | boolean | string[] {
  return typeof value === 'object' ? [...value] : value;
}

function plainRecord(
  record: Readonly<Record<string, FieldValue | undefined>>,
): Record<string, ReturnType<typeof plainValue>> {
  const found = Object.entries(record).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, plainValue(value)] as const],
  );
  return Object.fromEntries(found);
}

/** A draft as it crosses the process line. */
export function sendable(draft: BookingDraft): Sendable {
  return {
    fields: plainRecord(draft.fields),
    charges: draft.charges.map(({ offense, ...fields }) => ({
      ...plainRecord(fields),
      ...(offense === undefined ? {} : { offense }),
    })),
  };
}
