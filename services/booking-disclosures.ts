import type { BookingDraft, BookingFields } from '../policy/booking.ts';
import type { BookingFieldName } from '../policy/fields/approved-fields.ts';
import type { FieldValue } from '../policy/fields/field.ts';
import type { Disclosures } from './ledger/append.ts';

const PERSON: ReadonlySet<string> = new Set<BookingFieldName>([
  'last_name',
  'first_name',
  'middle_name',
  'name_suffix',
  'aliases',
  'dob',
  'age',
  'sex',
  'race',
  'ethnicity',
  'address_street',
  'address_city',
  'address_state',
  'address_zip',
  'phone',
  'driver_license_no',
  'driver_license_state',
  'state_id',
  'fbi_no',
]);
const TEXTS: ReadonlySet<string> = new Set<BookingFieldName>([
  'narrative',
  'medical_notes',
  'caution_text',
  'property_items',
]);

type Group = Record<string, FieldValue>;

/** The disclosure that tells a field of a booking. */
export function groupOf(name: string): 'person' | 'texts' | 'booking' {
  if (PERSON.has(name)) return 'person';
  return TEXTS.has(name) ? 'texts' : 'booking';
}

const emptyGroups = (): Record<'person' | 'texts' | 'booking', Group> => ({ person: {}, texts: {}, booking: {} });

function grouped(fields: BookingFields): Readonly<Record<'person' | 'texts' | 'booking', Group>> {
  const groups = emptyGroups();
  for (const [name, value] of Object.entries(fields)) groups[groupOf(name)][name] = value;
  return groups;
}

/** A booking as the ledger keeps it: who, what happened, the texts and the charges apart, so that each can be left out. */
export function bookingDisclosures(number: string, draft: BookingDraft, reason?: string): Disclosures {
  return {
    number,
    ...grouped(draft.fields),
    charges: draft.charges.map((charge) => ({ ...charge })),
    ...(reason === undefined ? {} : { reason }),
  };
}
