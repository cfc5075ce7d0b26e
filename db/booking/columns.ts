import type { BookingFields, ChargeFields } from '../../policy/booking.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import type { ApprovedField, FieldValue } from '../../policy/fields/field.ts';
import { StoreFault } from '../fault.ts';
import type { Value } from '../insert.ts';
import { parseTexts } from '../parse.ts';

type Columns = Readonly<Record<string, Value>>;
type Named = Readonly<Record<string, FieldValue | undefined>>;

const FIELDS: readonly ApprovedField[] = APPROVED_FIELDS;
const BOOKING = FIELDS.filter((field) => field.part === 'booking');
const CHARGE = FIELDS.filter((field) => field.part === 'charge');

function toValue(value: FieldValue | undefined): Value {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

function toColumns(fields: readonly ApprovedField[], given: Named): Columns {
  const columns: Record<string, Value> = {};
  for (const { name } of fields) columns[name] = toValue(given[name]);
  return columns;
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

/** Every approved field, in the order of the dictionary; what was not given is NULL. */
export function bookingColumns(fields: BookingFields): Columns {
  return toColumns(BOOKING, fields);
}

export function chargeColumns(charge: ChargeFields): Columns {
  const { offense, ...fields } = charge;
  return { offense: offense ?? null, ...toColumns(CHARGE, fields) };
}

/** Fields that hold a value. */
export function bookingFields(row: Readonly<Record<string, unknown>>): BookingFields {
  return toFields(BOOKING, row);
}

export function chargeFields(row: Readonly<Record<string, unknown>>): ChargeFields {
  const fields = toFields(CHARGE, row);
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
  for (const { name } of part === 'booking' ? BOOKING : CHARGE) {
    const value = record[name];
    if (isValue(value)) kept[name] = value;
  }
  return kept;
}
