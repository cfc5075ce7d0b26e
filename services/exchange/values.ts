import type { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import type { FieldType, FieldValue } from '../../policy/fields/field.ts';
import { readBoolean, readCode } from './codes.ts';
import type { DateRead, DateReader, NoteCode } from './dates.ts';

export type Field = (typeof APPROVED_FIELDS)[number];
export type BookingField = Extract<Field, { part: 'booking' }>;
export type ChargeField = Extract<Field, { part: 'charge' }>;

/** Why a cell is no value of its field. */
export type ValueProblem = 'unreadable-date' | 'impossible-date' | 'not-a-number' | 'not-yes-or-no';

/** `value` null is a blank. A value that cannot be read comes along as its text, so that the gate still sees it. */
export interface ReadValue {
  readonly value: FieldValue | null;
  readonly problem?: ValueProblem;
  readonly note?: NoteCode;
}

const BLANK: ReadValue = { value: null };
/** Fillers of real files: a lone backtick, database nulls. */
const FILLER = /^(?:`+|NULL|\(null\))$/;
/** In these types the word stands for nothing known; in a text it is what somebody wrote. */
const UNKNOWN = /^(?:UNKNOWN|UNK|N\/A|NA|NONE|-+|0000-00-00.*)$/i;

/** Trims a cell and answers null for a blank or a filler. */
export function readText(cell: string): string | null {
  const text = cell.trim();
  return text === '' || FILLER.test(text) ? null : text.replaceAll('\r\n', '\n');
}

type Reader = (text: string, field: Field, dates: DateReader) => ReadValue;

const READERS: Readonly<Record<FieldType, Reader>> = {
  text: (text) => ({ value: text }),
  name: (text) => ({ value: text }),
  code: (text, field) => ({ value: readCode(field.name, text, 'codes' in field ? field.codes : undefined) }),
  state: (text) => (UNKNOWN.test(text) ? BLANK : { value: text.toUpperCase() }),
  list: (text) => ({ value: readList(text) }),
  datetime: (text, _, dates) => fromDate(text, dates.dateTime),
  date: (text, _, dates) => fromDate(text, dates.date),
  'partial-date': (text, _, dates) => fromDate(text, dates.partialDate),
  boolean: (text) => orBlank(text, readBoolean(text), 'not-yes-or-no'),
  integer: (text) => orBlank(text, readInteger(text), 'not-a-number'),
  money: (text) => orBlank(text, readMoney(text), 'not-a-number'),
};

/** Reads a trimmed, non-blank cell as a value of its field. */
export function readValue(field: Field, text: string, dates: DateReader): ReadValue {
  return READERS[field.type](text, field, dates);
}

function readList(text: string): readonly string[] {
  return text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function fromDate(text: string, read: (text: string) => DateRead): ReadValue {
  if (UNKNOWN.test(text)) return BLANK;
  const date = read(text);
  if (!date.ok) return { value: text, problem: date.code };
  return date.note === null ? { value: date.value } : { value: date.value, note: date.note };
}

function orBlank(text: string, value: FieldValue | undefined, problem: ValueProblem): ReadValue {
  if (value !== undefined) return { value };
  return UNKNOWN.test(text) || /^U$/i.test(text) ? BLANK : { value: text, problem };
}

function readInteger(text: string): number | undefined {
  return /^\d{1,9}(?:\.0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

/** Decimal string with two places; a leading dollar sign and thousands commas are taken off. */
function readMoney(text: string): string | undefined {
  const plain = text.replace(/^\$\s*/, '').replace(/,(?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,12}(?:\.\d{1,2})?$/.test(plain) ? Number(plain).toFixed(2) : undefined;
}
