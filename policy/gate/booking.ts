// Checks a whole booking: every name, every text, every value, the charges, and what a saved booking must have.
import {
  BOOKING_EVENTS,
  type BookingDraft,
  type BookingEventDraft,
  type BookingEventKind,
  type ChargeFields,
} from '../booking.ts';
import type { BookingFieldName, ChargeFieldName } from '../fields/approved-fields.ts';
import type { FieldValue } from '../fields/field.ts';
import { findOffense, type Offense } from '../offenses/catalogue.ts';
import type { Refusal } from '../refusal.ts';
import { checkField, findField, type FieldCheck, type FieldPlace, type Warning } from './fields.ts';
import { implausibleTimes, liesAhead } from './plausible.ts';
import { refuseName, refuseStructure, screenText } from './refusals.ts';
import { missingOf, type Origin } from './required.ts';
import { isTime } from './times.ts';

/** A booking as it comes to the gate: any keys, any values. */
export interface RawBooking {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly charges: readonly Readonly<Record<string, unknown>>[];
}

/** Where a booking comes from; with `now` its times are held against the clock. */
export interface BookingContext {
  readonly origin: Origin;
  readonly now?: string | undefined;
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

function checkAll(record: Readonly<Record<string, unknown>>, place: FieldPlace): readonly FieldCheck[] {
  return Object.entries(record).map(([key, value]) => checkField(place, key, value));
}

function collect<T>(value: T, checks: readonly FieldCheck[], more: readonly Refusal[] = []): Checked<T> {
  return {
    value,
    refusals: [...more, ...checks.flatMap((check) => check.refusals)],
    warnings: checks.flatMap((check) => check.warnings),
  };
}

function checkFields(record: Readonly<Record<string, unknown>>): Checked<BookingDraft['fields']> {
  const checks = checkAll(record, { part: 'booking', prefix: 'fields' });
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
  const offense = typeof id === 'string' ? findOffense(id) : undefined;
  return { offense, refusals: offense === undefined ? [{ code: 'unknown-offense', field: `${path}.offense` }] : [] };
}

function checkCharge(record: Readonly<Record<string, unknown>>, at: number): Checked<ChargeFields> {
  const path = `charges.${String(at)}`;
  const { offense: id, ...rest } = record;
  const { offense, refusals } = checkOffense(id, path);
  const checks = checkAll(rest, { part: 'charge', prefix: path, trusted: trustedTexts(offense) });
  const value: Partial<Record<ChargeFieldName, FieldValue>> = {};
  for (const check of checks) {
    if (check.name !== null && check.value !== null && isChargeName(check.name)) value[check.name] = check.value;
  }
  return collect(offense === undefined ? value : { ...value, offense: offense.id }, checks, refusals);
}

const MOST_CHARGES = 99;

function checkOuterNames(raw: RawBooking): readonly Refusal[] {
  const others = Object.keys(raw).filter((name) => name !== 'fields' && name !== 'charges');
  const many: readonly Refusal[] =
    raw.charges.length > MOST_CHARGES
      ? [{ code: 'wrong-value', field: 'charges', params: { most: MOST_CHARGES } }]
      : [];
  return [...others.map((name) => refuseName('', name)), ...many];
}

/** Checks names, texts and values of a booking; what passed is kept even where something else is refused. */
export function checkBooking(raw: RawBooking): Checked<BookingDraft> {
  const fields = checkFields(raw.fields);
  const charges = raw.charges.slice(0, MOST_CHARGES).map(checkCharge);
  return {
    value: { fields: fields.value, charges: charges.map((charge) => charge.value) },
    refusals: [...checkOuterNames(raw), ...fields.refusals, ...charges.flatMap((charge) => charge.refusals)],
    warnings: [...fields.warnings, ...charges.flatMap((charge) => charge.warnings)],
  };
}

/** The field, or the charge as a whole: a refused offense leaves no charge that lacks a description as well. */
function placeOf(path: string): string {
  return /^charges[.]\d+/.exec(path)?.[0] ?? path;
}

/** The same, and what a booking needs to be saved. A field that was refused is not called missing as well. */
export function checkWholeBooking(raw: RawBooking, { origin, now }: BookingContext): Checked<BookingDraft> {
  const checked = checkBooking(raw);
  const places = new Set(checked.refusals.map((refusal) => placeOf(refusal.field ?? '')));
  const missing = missingOf(checked.value, origin).filter((refusal) => !places.has(placeOf(refusal.field ?? '')));
  const impossible = now === undefined ? [] : implausibleTimes(checked.value, now);
  return { ...checked, refusals: [...checked.refusals, ...missing, ...impossible] };
}

const EVENT_KEYS: ReadonlySet<string> = new Set(['kind', 'at', 'detail']);

function checkEventTime(at: unknown, now: string | undefined): readonly Refusal[] {
  if (typeof at !== 'string' || !isTime(at))
    return [{ code: 'wrong-value', field: 'at', params: { type: 'datetime' } }];
  const future = now !== undefined && liesAhead(at, now);
  return future ? [{ code: 'wrong-value', field: 'at', params: { why: 'future' } }] : [];
}

function checkDetail(detail: unknown, released: boolean): Checked<string | undefined> {
  if (detail === undefined || detail === '') return { value: undefined, refusals: [], warnings: [] };
  if (typeof detail !== 'string')
    return { value: undefined, refusals: [refuseStructure('detail', detail)], warnings: [] };
  const screening = screenText(detail, { path: 'detail', field: released ? 'agency' : 'remarks' });
  const warnings = screening.warnings.map((warning) => ({ ...warning, field: 'detail' }));
  const long: readonly Refusal[] =
    detail.length > 2_000 || !detail.isWellFormed() ? [{ code: 'wrong-value', field: 'detail' }] : [];
  return { value: detail, refusals: [...screening.refusals, ...long], warnings };
}

/** The one event that is told before it comes: from when on nobody may be held. */
const TOLD_AHEAD: BookingEventKind = 'release-eligible';

/** Checks one event between arrest and release. With `now`, a time after it is refused, but for release eligibility. */
export function checkBookingEvent(
  raw: Readonly<Record<string, unknown>> | BookingEventDraft,
  now: string | undefined,
): Checked<BookingEventDraft> {
  const entries = Object.entries(raw);
  const given: Readonly<Record<string, unknown>> = Object.fromEntries(entries);
  const names = entries.map(([key]) => key).filter((key) => !EVENT_KEYS.has(key));
  const kind = BOOKING_EVENTS.find((known) => known === given['kind']);
  const detail = checkDetail(given['detail'], kind === 'released');
  const at = given['at'];
  return {
    value: {
      kind: kind ?? 'in-custody',
      at: typeof at === 'string' ? at : '',
      ...(detail.value === undefined ? {} : { detail: detail.value }),
    },
    refusals: [
      ...names.map((name) => refuseName('', name)),
      ...(kind === undefined ? [{ code: 'wrong-value', field: 'kind' } as const] : []),
      ...checkEventTime(at, kind === TOLD_AHEAD ? undefined : now),
      ...detail.refusals,
    ],
    warnings: detail.warnings,
  };
}
