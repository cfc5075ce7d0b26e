// Checks a whole booking: every name, every text, every value, the charges, and what a saved booking must have.
import type { BookingDraft, ChargeFields } from '../booking.ts';
import type { BookingFieldName, ChargeFieldName } from '../fields/approved-fields.ts';
import type { FieldValue } from '../fields/field.ts';
import { findOffense, type Offense } from '../offenses/catalogue.ts';
import type { Refusal } from '../refusal.ts';
import { NOTHING_TAUGHT, TaughtList } from '../screen/taught.ts';
import { checkField, findField, refuseKey, type FieldCheck, type FieldPlace, type Warning } from './fields.ts';
import { implausibleTimes } from './plausible.ts';
import { refuseShape } from './refusals.ts';
import { missingOf, type Origin } from './required.ts';
import { clockIn, isRecord, isText, type Loose } from './shapes.ts';

/** A booking as it comes to the gate: any keys, any values. */
export interface RawBooking {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly charges: readonly Readonly<Record<string, unknown>>[];
}

/** Where a booking comes from; with `now` its times are held against the clock. */
export interface BookingContext {
  readonly origin: Origin;
  readonly now?: string | undefined;
  /** Phrases that this station lets through. */
  readonly taught?: TaughtList | undefined;
}

/** What is left after the check: the part that passed, and every reason why the rest did not. */
export interface Checked<T> {
  readonly value: T;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

function isBookingName(name: string): name is BookingFieldName {
  return findField('booking', name) !== undefined;
}

function isChargeName(name: string): name is ChargeFieldName {
  return findField('charge', name) !== undefined;
}

function checkAll(record: Loose, place: FieldPlace): readonly FieldCheck[] {
  return Object.entries(record).map(([key, value]) => checkField(place, key, value));
}

function collect<T>(value: T, checks: readonly FieldCheck[], more: readonly Refusal[] = []): Checked<T> {
  return {
    value,
    refusals: [...more, ...checks.flatMap((check) => check.refusals)],
    warnings: checks.flatMap((check) => check.warnings),
  };
}

function checkFields(record: unknown, taught: TaughtList): Checked<BookingDraft['fields']> {
  if (!isRecord(record)) return { value: {}, refusals: [refuseShape('fields', record)], warnings: [] };
  const checks = checkAll(record, { part: 'booking', prefix: 'fields', taught });
  const value: Partial<Record<BookingFieldName, FieldValue>> = {};
  for (const check of checks) {
    if (check.name !== null && check.value !== null && isBookingName(check.name)) value[check.name] = check.value;
  }
  return collect(value, checks);
}

/** Words of the catalogue pass as they are: a charge that names the topic comes through the picker. */
function trustedTexts(offense: Offense | undefined): ReadonlySet<string> {
  return new Set(offense === undefined ? [] : [offense.title, offense.citation, offense.courtCode ?? offense.citation]);
}

function checkOffense(
  id: unknown,
  path: string,
): { readonly offense: Offense | undefined; readonly refusals: readonly Refusal[] } {
  if (id === undefined || id === null || id === '') return { offense: undefined, refusals: [] };
  const offense = isText(id) ? findOffense(id) : undefined;
  return { offense, refusals: offense === undefined ? [{ code: 'unknown-offense', field: `${path}.offense` }] : [] };
}

function checkCharge(record: unknown, path: string, taught: TaughtList): Checked<ChargeFields> {
  if (!isRecord(record)) return { value: {}, refusals: [refuseShape(path, record)], warnings: [] };
  const { offense: id, ...rest } = record;
  const { offense, refusals } = checkOffense(id, path);
  const checks = checkAll(rest, { part: 'charge', prefix: path, trusted: trustedTexts(offense), taught });
  const value: Partial<Record<ChargeFieldName, FieldValue>> = {};
  for (const check of checks) {
    if (check.name !== null && check.value !== null && isChargeName(check.name)) value[check.name] = check.value;
  }
  return collect(offense === undefined ? value : { ...value, offense: offense.id }, checks, refusals);
}

const MOST_CHARGES = 99;

function checkCharges(list: unknown, taught: TaughtList): Checked<readonly ChargeFields[]> {
  if (!Array.isArray(list)) return { value: [], refusals: [refuseShape('charges', list)], warnings: [] };
  const charges = list
    .slice(0, MOST_CHARGES)
    .map((record: unknown, at) => checkCharge(record, `charges.${String(at)}`, taught));
  const many: readonly Refusal[] =
    list.length > MOST_CHARGES ? [{ code: 'wrong-value', field: 'charges', params: { most: MOST_CHARGES } }] : [];
  return {
    value: charges.map((charge) => charge.value),
    refusals: [...many, ...charges.flatMap((charge) => charge.refusals)],
    warnings: charges.flatMap((charge) => charge.warnings),
  };
}

/** Checks names, texts and values of whatever it is handed; what passed is kept even where something else is refused. */
export function checkBooking(raw: unknown, taught = NOTHING_TAUGHT): Checked<BookingDraft> {
  const given = isRecord(raw) ? raw : {};
  const fields = checkFields(given['fields'], taught);
  const charges = checkCharges(given['charges'], taught);
  const others = Object.keys(given).filter((name) => name !== 'fields' && name !== 'charges');
  return {
    value: { fields: fields.value, charges: charges.value },
    refusals: [...others.map((name) => refuseKey('', name, given[name])), ...fields.refusals, ...charges.refusals],
    warnings: [...fields.warnings, ...charges.warnings],
  };
}

/** The field, or the charge as a whole: a refused offense leaves no charge that lacks a description as well. */
function placeOf({ field = '' }: Refusal): string {
  return /^charges[.]\d+/.exec(field)?.[0] ?? field;
}

/** What the station was taught; nothing where the context holds no such list. */
export function taughtIn(context: unknown): TaughtList {
  const taught = isRecord(context) ? context['taught'] : undefined;
  return taught instanceof TaughtList ? taught : NOTHING_TAUGHT;
}

/** The same, and what a booking needs to be saved. A field that was refused is not called missing as well. */
export function checkWholeBooking(raw: unknown, context: unknown): Checked<BookingDraft> {
  const checked = checkBooking(raw, taughtIn(context));
  const now = clockIn(context);
  const origin = isRecord(context) && context['origin'] === 'import' ? 'import' : 'desk';
  const places = new Set(checked.refusals.map(placeOf));
  const missing = missingOf(checked.value, origin).filter((refusal) => !places.has(placeOf(refusal)));
  const told = isRecord(raw) && isRecord(raw['fields']);
  const untold = told ? missing : missing.filter(({ field = '' }) => !field.startsWith('fields.'));
  const impossible = now === undefined ? [] : implausibleTimes(checked.value, now);
  return { ...checked, refusals: [...checked.refusals, ...untold, ...impossible] };
}
