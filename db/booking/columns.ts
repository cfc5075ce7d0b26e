import type { BookingFields, ChargeFields } from '../../policy/booking.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import type { ApprovedField, FieldValue } from '../../policy/fields/field.ts';
import { StoreFault } from '../fault.ts';
import type { Shape, Value } from '../insert.ts';
import { parseTexts } from '../parse.ts';

type Named = Readonly<Record<string, FieldValue | undefined>>;

const FIELDS: readonly ApprovedField[] = APPROVED_FIELDS;
const BOOKING = FIELDS.filter((field) => field.part === 'booking');
const CHARGES = FIELDS.filter((field) => field.part === 'charge');

function toValue(value: FieldValue | undefined): Value {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

function toField(field: ApprovedField, value: unknown): FieldValue {
  if (field.type === 'boolean') return value === 1;
  if (typeof value === 'string') return field.type === 'list' ? parseTexts(value, field.name) : value;
  if (typeof value === 'number') return value;
  throw new StoreFault('damaged', `${field.name} holds another type`);
}

function toFields(
  fields: readonly ApprovedField[],
  row: Readonly<Record<string, unknown>>,
): Record<string, FieldValue> {
  const found: Record<string, FieldValue> = {};
  for (const field of fields) {
    const value = row[field.name] ?? null;
    if (value !== null) found[field.name] = toField(field, value);
  }
  return found;
}

/** Columns of `booking_version`: the approved fields stand in the order of the dictionary. */
export const BOOKING_VERSION: Shape = {
  table: 'booking_version',
  columns: ['entry_seq', 'booking_id', 'version', ...BOOKING.map(({ name }) => name), 'reason', 'saved_at', 'saved_by'],
};

/** Columns of `charge`. */
export const CHARGE: Shape = {
  table: 'charge',
  columns: ['booking_id', 'version', 'position', 'offense', ...CHARGES.map(({ name }) => name)],
};

/** Every approved field, in the order of the dictionary; what was not given is NULL. */
export function bookingValues(fields: BookingFields): readonly Value[] {
  const given: Named = fields;
  return BOOKING.map(({ name }) => toValue(given[name]));
}

/** The offense, then every approved field of a charge. */
export function chargeValues(charge: ChargeFields): readonly Value[] {
  const given: Named = charge;
  return [charge.offense ?? null, ...CHARGES.map(({ name }) => toValue(given[name]))];
}

/** Fields that hold a value. */
export function bookingFields(row: Readonly<Record<string, unknown>>): BookingFields {
  return toFields(BOOKING, row);
}

export function chargeFields(row: Readonly<Record<string, unknown>>): ChargeFields {
  const fields = toFields(CHARGES, row);
  return typeof row['offense'] === 'string' ? { offense: row['offense'], ...fields } : fields;
}

function isValue(value: unknown): value is FieldValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Fields that were kept as JSON in a draft; a name that nobody approved is left behind. */
export function keptFields(
  record: Readonly<Record<string, unknown>>,
  part: 'booking' | 'charge',
): Record<string, FieldValue> {
  const kept: Record<string, FieldValue> = {};
  for (const { name } of part === 'booking' ? BOOKING : CHARGES) {
    const value = record[name];
    if (isValue(value)) kept[name] = value;
  }
  return kept;
}
