// Whether a value is what its field takes. Says no or yes, never what the value was.
import type { ApprovedField, FieldType } from '../fields/field.ts';
import { isDate, isPartialDate, isTime } from './times.ts';

const STATES: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK ' +
    'OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP'
  ).split(' '),
);

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  age: [0, 130],
  weight: [1, 1_500],
  arrest_sequence: [1, 999],
  charge_sequence: [1, 999],
  charge_counts: [1, 9_999],
};

const LONG_TEXTS: ReadonlySet<string> = new Set(['narrative', 'medical_notes', 'caution_text']);

/** Control characters other than those that part lines and columns: no keyboard types them. */
export function hasControls(text: string): boolean {
  return /[^\P{Cc}\t\n\v\f\r\u0085]/u.test(text);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest && value.isWellFormed() && !hasControls(value);
}

function isInteger(field: ApprovedField, value: unknown): boolean {
  const [least, most] = RANGES[field.name] ?? [0, 1_000_000];
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isCode(field: ApprovedField, value: unknown): boolean {
  if (!isText(value, 60)) return false;
  return field.codes === undefined || field.codes.includes(value);
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 200 && value.every((item) => isText(item, 2_000));
}

type Check = (value: unknown, field: ApprovedField) => boolean;

const CHECKS: Readonly<Record<FieldType, Check>> = {
  text: (value, field) => isText(value, LONG_TEXTS.has(field.name) ? 200_000 : 2_000),
  name: (value) => isText(value, 200),
  datetime: (value) => isText(value, 40) && isTime(value),
  date: (value) => isText(value, 10) && isDate(value),
  'partial-date': (value) => isText(value, 10) && isPartialDate(value),
  boolean: (value) => typeof value === 'boolean',
  integer: (value, field) => isInteger(field, value),
  money: (value) => isText(value, 16) && /^\d{1,9}(?:\.\d{1,2})?$/.test(value),
  code: (value, field) => isCode(field, value),
  state: (value) => isText(value, 2) && STATES.has(value),
  list: (value) => isList(value),
};

/** True where the value is of the field's type, within its list and range. */
export function fitsField(field: ApprovedField, value: unknown): boolean {
  return CHECKS[field.type](value, field);
}
