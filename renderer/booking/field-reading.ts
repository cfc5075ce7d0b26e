import { assertNever } from '../../policy/assert-never.ts';
import type { ApprovedName } from '../../policy/fields/classify.ts';
import type { FieldValue } from '../../policy/fields/field.ts';
import { readDay } from '../time/read-day.ts';
import { readMoment } from '../time/read-moment.ts';
import { showMoment, stationDay } from '../time/show.ts';
import { words } from '../words/words.ts';
import { readAddress, showAddress } from './address.ts';
import { AHEAD, PARTS, type FormField } from './form-fields.ts';
import { readOfficer, showOfficer } from './officer.ts';

export type FieldValues = Readonly<Partial<Record<ApprovedName, FieldValue>>>;

/** What the text of a box means. `choose` is the hour that autumn repeats: one of two moments. */
export type FieldReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'fields'; readonly fields: FieldValues }
  | { readonly kind: 'choose'; readonly choices: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: string };

const text = words.booking.reading;

const one = (field: FormField, value: FieldValue): FieldReading => ({
  kind: 'fields',
  fields: { [field.name]: value },
});
const problem = (sentence: string): FieldReading => ({ kind: 'problem', problem: sentence });

function readTime(field: FormField, typed: string, now: Date): FieldReading {
  const reading = readMoment(typed, now, AHEAD.includes(field.name) ? 'future' : 'past');
  switch (reading.kind) {
    case 'moment':
      return one(field, reading.at);
    case 'choose':
      return reading;
    case 'empty':
      return reading;
    case 'skipped':
      return problem(text.skipped);
    case 'unread':
      return problem(text.moment);
    default:
      return assertNever(reading);
  }
}

function readDate(field: FormField, typed: string, now: Date): FieldReading {
  const form = { today: stationDay(now), partial: field.type === 'partial-date', birth: field.name === 'dob' };
  const reading = readDay(typed, form);
  return reading.kind === 'day' ? one(field, reading.day) : problem(field.name === 'dob' ? text.birth : text.day);
}

function readInteger(field: FormField, typed: string): FieldReading {
  return /^\d{1,6}$/.test(typed) ? one(field, Number(typed)) : problem(text.integer);
}

function readMoney(field: FormField, typed: string): FieldReading {
  const bare = typed.replaceAll(/[$,\s]/g, '');
  return /^\d{1,9}(?:\.\d{1,2})?$/.test(bare) ? one(field, bare) : problem(text.money);
}

function readState(field: FormField, typed: string): FieldReading {
  return /^[a-z]{2}$/i.test(typed) ? one(field, typed.toUpperCase()) : problem(text.state);
}

function readList(field: FormField, typed: string): FieldReading {
  const lines = typed.split('\n').map((line) => line.trim());
  return one(
    field,
    lines.filter((line) => line !== ''),
  );
}

type Reader = (field: FormField, typed: string, now: Date) => FieldReading;

const READERS = {
  text: one,
  name: one,
  code: one,
  boolean: (field, typed) => one(field, typed === 'yes'),
  integer: readInteger,
  money: readMoney,
  state: readState,
  list: readList,
  date: readDate,
  'partial-date': readDate,
  datetime: readTime,
  address: (_, typed) => ({ kind: 'fields', fields: readAddress(typed) }),
  officer: (_, typed) => ({ kind: 'fields', fields: readOfficer(typed) }),
} as const satisfies Record<FormField['type'], Reader>;

/** Reads one box. `now` fills in the day that was not typed. */
export function readField(field: FormField, typed: string, now: Date): FieldReading {
  const trimmed = typed.trim();
  const reader: Reader = READERS[field.type];
  return trimmed === '' ? { kind: 'empty' } : reader(field, trimmed, now);
}

function showValue(field: FormField, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value.join('\n');
  return field.type === 'datetime' ? showMoment(value) : value;
}

/** Of the values of a record or a charge those that a box holds. */
export function ownValues({ name }: FormField, values: FieldValues): FieldValues {
  const names: readonly ApprovedName[] = name === 'address' || name === 'arresting_officer' ? PARTS[name] : [name];
  return Object.fromEntries(
    names.flatMap((one) => {
      const value = values[one];
      return value === undefined ? [] : [[one, value] as const];
    }),
  );
}

/** The text of a box from what is stored; reads back as the same value. */
export function showField(field: FormField, fields: FieldValues): string {
  if (field.name === 'address') return showAddress(fields);
  if (field.name === 'arresting_officer') return showOfficer(fields);
  const value = fields[field.name];
  return value === undefined ? '' : showValue(field, value);
}

/** The text as it stands after the box is left: a time in full, a day in the form of the dictionary. */
export function tidyText(field: FormField, typed: string, now: Date): string {
  const reading = readField(field, typed, now);
  return reading.kind === 'fields' && TIDIED.includes(field.type) ? showField(field, reading.fields) : typed;
}

const TIDIED: readonly FormField['type'][] = ['datetime', 'date', 'partial-date', 'state'];
