import { listOf, objectOf } from './make-bookings.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a generated record should have become, by field; times without their offset. */
export function expectedFields(record: Fields): Fields {
  const person = objectOf(record['person']);
  const agency = objectOf(record['agency']);
  const officer = objectOf(record['booking_officer']);
  const release = objectOf(record['release']);
  const [arrest = {}] = listOf(record['arrests']);
  const arresting = objectOf(arrest['arresting_officer']);
  const warrant = objectOf(arrest['warrant']);
  const bail = record['bail_amount'];
  const plain = ['source_record_id', 'record_action', 'booking_no', 'incident_no', 'booking_datetime', 'booking_category', 'cell', 'phone_call_datetime', 'narrative'];
  const ofPerson = ['subject_id', 'last_name', 'first_name', 'middle_name', 'name_suffix', 'dob', 'sex', 'race', 'ethnicity', 'height', 'eye_color', 'hair_color', 'address_street', 'address_city', 'address_state', 'address_zip', 'state_id'];
  return present({
    ...pick(record, plain),
    ...pick(person, ofPerson),
    ...pick(arrest, ['arrest_no', 'arrest_datetime', 'arrest_type', 'arrest_location']),
    ...pick(release, ['release_datetime', 'release_reason', 'released_to']),
    agency_name: agency['name'],
    agency_ori: agency['ori'],
    booking_officer_name: officer['name'],
    booking_officer_badge: officer['badge'],
    booking_facility: 'Fairhollow Police Station',
    rights_read: record['rights_read'],
    weight: Number(person['weight']),
    arresting_officer_name: arresting['name'],
    arresting_officer_badge: arresting['badge'],
    warrant_no: warrant['no'],
    warrant_court: warrant['court'],
    bail_amount: typeof bail === 'number' ? bail.toFixed(2) : null,
    property_items: String(record['property_items']).split('; ').filter((item) => item !== ''),
  });
}

/** The charges of all arrests, in order. */
export function expectedCharges(record: Fields): readonly Fields[] {
  return listOf(record['arrests']).flatMap((arrest) => listOf(arrest['charges']).map(present));
}

function pick(from: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}

function present(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined && value !== '' && !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
