import { listOf, objectOf } from './make-bookings.ts';

type Fields = Readonly<Record<string, unknown>>;

const OF_BOOKING =
  'source_record_id record_action booking_no incident_no booking_datetime booking_category cell phone_call_datetime narrative rights_read';
const OF_PERSON =
  'subject_id last_name first_name middle_name name_suffix dob sex race ethnicity height eye_color hair_color ' +
  'address_street address_city address_state address_zip state_id';
const OF_ARREST = 'arrest_no arrest_datetime arrest_type arrest_location';
const OF_RELEASE = 'release_datetime release_reason released_to';

/** What a generated record should have become, by field; times without their offset. */
export function expectedFields(record: Fields): Fields {
  const [arrest = {}] = listOf(record['arrests']);
  const person = objectOf(record['person']);
  const bail = record['bail_amount'];
  return present({
    ...pick(record, OF_BOOKING),
    ...pick(person, OF_PERSON),
    ...pick(arrest, OF_ARREST),
    ...pick(objectOf(record['release']), OF_RELEASE),
    ...renamed(objectOf(record['agency']), { agency_name: 'name', agency_ori: 'ori' }),
    ...renamed(objectOf(record['booking_officer']), { booking_officer_name: 'name', booking_officer_badge: 'badge' }),
    ...renamed(objectOf(arrest['arresting_officer']), {
      arresting_officer_name: 'name',
      arresting_officer_badge: 'badge',
    }),
    ...renamed(objectOf(arrest['warrant']), { warrant_no: 'no', warrant_court: 'court' }),
    booking_facility: 'Fairhollow Police Station',
    weight: Number(person['weight']),
    bail_amount: typeof bail === 'number' ? bail.toFixed(2) : null,
    property_items: String(record['property_items'])
      .split('; ')
      .filter((item) => item !== ''),
  });
}

function renamed(from: Fields, names: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(Object.entries(names).map(([ours, theirs]) => [ours, from[theirs]]));
}

/** The charges of all arrests, in order. */
export function expectedCharges(record: Fields): readonly Fields[] {
  return listOf(record['arrests']).flatMap((arrest) => listOf(arrest['charges']).map(present));
}

function pick(from: Fields, names: string): Fields {
  return Object.fromEntries(names.split(' ').map((name) => [name, from[name]]));
}

function present(fields: Fields): Fields {
  const entries = Object.entries(fields).map(
    ([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const,
  );
  return Object.fromEntries(
    entries.filter(([, value]) => value !== null && value !== undefined && value !== '' && !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
