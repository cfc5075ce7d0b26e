// Checks one box of a matter's form: type, list, length, time, and every text by the screen.
import { assertNever } from '../assert-never.ts';
import type { MatterField, SingleField } from '../matters/matter.ts';
import type { Refusal } from '../refusal.ts';
import type { Warning } from './fields.ts';
import { liesAhead } from './plausible.ts';
import { ABOUT_THE_CONTACT, reportOn } from './records.ts';
import { refuseStructure } from './refusals.ts';
import { isId } from './shapes.ts';
import { isDate, isTime } from './times.ts';

/** What a box holds: a text or word, a yes or no, several words of a list. */
export type BoxValue = string | boolean | readonly string[];

/** What a box came to; null where it was left empty or refused. */
export interface BoxCheck {
  readonly value: BoxValue | null;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

/** Where a box stands, for its refusals, and the clock its time is held against. */
export interface BoxPlace {
  readonly path: string;
  /** Times after it are refused, where the box takes none that lie ahead. */
  readonly now?: string | undefined;
}

const good = (value: BoxValue, warnings: readonly Warning[] = []): BoxCheck => ({ value, refusals: [], warnings });
const bad = (...refusals: readonly Refusal[]): BoxCheck => ({ value: null, refusals, warnings: [] });
const wrong = (path: string, params: Refusal['params'] = {}): BoxCheck =>
  bad({ code: 'wrong-value', field: path, params });

/** True where the time lies after now; no time does where there is no clock. */
export function isAhead(time: string, now: string | undefined): boolean {
  return now !== undefined && liesAhead(time, now);
}

function checkText(field: MatterField & { readonly type: 'text' }, value: string, { path }: BoxPlace): BoxCheck {
  if (value.length > field.most) return wrong(path, { most: field.most });
  const report = reportOn(value, { path, field: 'reason' }, field.about === 'contact' ? ABOUT_THE_CONTACT : undefined);
  return report.refusals.length > 0 ? bad(...report.refusals) : good(value, report.warnings);
}

function checkTime(field: MatterField & { readonly type: 'time' }, value: string, { path, now }: BoxPlace): BoxCheck {
  if (!isTime(value)) return wrong(path, { type: 'datetime' });
  return !field.ahead && isAhead(value, now) ? wrong(path, { why: 'future' }) : good(value);
}

function checkName({ most }: MatterField & { readonly type: 'name' }, value: string, { path }: BoxPlace): BoxCheck {
  if (value.length > most) return wrong(path, { most });
  const report = reportOn(value, { path, field: 'name' });
  return report.refusals.length > 0 ? bad(...report.refusals) : good(value, report.warnings);
}

function checkDay(value: string, { path, now }: BoxPlace): BoxCheck {
  if (!isDate(value)) return wrong(path, { type: 'date' });
  return isAhead(`${value}T00:00:00Z`, now) ? wrong(path, { why: 'future' }) : good(value);
}

/** The last four and no more; a code that tells status is none. */
function checkLastFour(value: string, { path }: BoxPlace): BoxCheck {
  if (!/^[A-Za-z0-9]{4}$/.test(value)) return wrong(path, { why: 'last-four' });
  const report = reportOn(value, { path, field: 'code' });
  return report.refusals.length > 0 ? bad(...report.refusals) : good(value);
}

/** Digits of a whole number within the box's bounds; `007` is another writing of it and is refused. */
export function isCount(value: string, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return /^(?:0|[1-9]\d{0,5})$/.test(value) && Number(value) >= least && Number(value) <= most;
}

function checkCount(field: MatterField & { readonly type: 'count' }, value: string, path: string): BoxCheck {
  return isCount(value, field) ? good(value) : wrong(path, { why: 'count', most: field.most });
}

const accept = (fits: boolean, value: string, path: string): BoxCheck => (fits ? good(value) : wrong(path));

/** A box that takes one word or text. */
type Worded = Exclude<SingleField, { readonly type: 'choices' | 'flag' }>;
/** One of a list, of the bookings, of the scans: nobody types it. */
type Chosen = Extract<Worded, { readonly type: 'choice' | 'booking' | 'scan' }>;

function checkChosen(field: Chosen, value: string, path: string): BoxCheck {
  if (field.type === 'choice') return accept(field.options.includes(value), value, path);
  if (field.type === 'booking') return accept(isId(value), value, path);
  return accept(/^[\da-f]{64}$/.test(value), value, path);
}

function checkSaid(field: Exclude<Worded, Chosen>, value: string, place: BoxPlace): BoxCheck {
  switch (field.type) {
    case 'text':
      return checkText(field, value, place);
    case 'time':
      return checkTime(field, value, place);
    case 'name':
      return checkName(field, value, place);
    case 'day':
      return checkDay(value, place);
    case 'last-four':
      return checkLastFour(value, place);
    case 'count':
      return checkCount(field, value, place.path);
    default:
      return assertNever(field);
  }
}

function checkWord(field: Worded, value: string, place: BoxPlace): BoxCheck {
  const chosen = field.type === 'choice' || field.type === 'booking' || field.type === 'scan';
  return chosen ? checkChosen(field, value, place.path) : checkSaid(field, value, place);
}

function checkTyped(field: SingleField, value: string, place: BoxPlace): BoxCheck {
  const worded = field.type !== 'choices' && field.type !== 'flag';
  return worded ? checkWord(field, value, place) : wrong(place.path);
}

function checkChoices(options: readonly string[], value: readonly unknown[], path: string): BoxCheck {
  const listed = options.filter((option) => value.includes(option));
  return listed.length === value.length ? good(listed) : wrong(path);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** Checks the value of one box; an empty one is refused only where it is required. */
export function checkBox(field: SingleField, value: unknown, place: BoxPlace): BoxCheck {
  if (isEmpty(value)) {
    const none: BoxCheck = { value: null, refusals: [], warnings: [] };
    return field.required ? bad({ code: 'missing-value', field: place.path }) : none;
  }
  if (typeof value === 'string') return checkTyped(field, value.trim(), place);
  if (typeof value === 'boolean') return field.type === 'flag' ? good(value) : wrong(place.path);
  if (Array.isArray(value) && field.type === 'choices') return checkChoices(field.options, value, place.path);
  return bad(refuseStructure(place.path, value));
}
