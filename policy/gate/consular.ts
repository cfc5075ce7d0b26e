// The list of consulates that are told whatever the person wishes: names of countries in order, once each, and its source.
import type { TreatyCountries } from '../consular/treaty-countries.ts';
import type { Refusal } from '../refusal.ts';
import type { Checked } from './booking.ts';
import { liesAhead } from './plausible.ts';
import { ABOUT_THE_CONTACT, reportOn } from './records.ts';
import { refuseShape } from './refusals.ts';
import { isRecord, isText } from './shapes.ts';
import { isDate } from './times.ts';

/** A name of a country: words with a capital, and the few small ones between them; no sentence looks so. */
const COUNTRY = /^\p{Lu}[\p{L}’']+(?:[ -](?:and|of|the|\p{Lu}[\p{L}’']*)){0,6}$/u;

export function isCountry(name: string): boolean {
  return COUNTRY.test(name);
}

const wrong = (field: string, why: string): Refusal => ({ code: 'wrong-value', field, params: { why } });

function namesIn(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((name) => typeof name === 'string') ? value : null;
}

function checkNames(field: string, names: readonly string[]): readonly Refusal[] {
  const strange = names.findIndex((name) => !isCountry(name));
  if (strange >= 0) return [wrong(`${field}.${String(strange)}`, 'country')];
  const told = names.flatMap((name) => reportOn(name, { path: field, field: 'title' }).refusals);
  if (told.length > 0) return told;
  return new Set(names).size === names.length ? [] : [wrong(field, 'twice')];
}

function checkDay(asOf: unknown, now: string | undefined): readonly Refusal[] {
  const day = isText(asOf) && isDate(asOf) ? asOf : null;
  const ahead = day !== null && now !== undefined && liesAhead(`${day}T00:00:00Z`, now);
  return day === null || ahead ? [wrong('asOf', 'country-day')] : [];
}

function checkLists(countries: readonly string[], unlessResident: readonly string[]): readonly Refusal[] {
  if (countries.length === 0) return [{ code: 'missing-value', field: 'countries' }];
  const unknown = unlessResident.some((name) => !countries.includes(name));
  return [...checkNames('countries', countries), ...(unknown ? [wrong('unlessResident', 'not-listed')] : [])];
}

const NOTHING: TreatyCountries = { asOf: '', source: '', countries: [], unlessResident: [] };

/** Checks a list that somebody wrote, whatever is handed in. */
export function checkTreatyCountries(list: unknown, now: string | undefined): Checked<TreatyCountries> {
  if (!isRecord(list)) return { value: NOTHING, refusals: [refuseShape('list', list)], warnings: [] };
  const { asOf, source } = list;
  const countries = namesIn(list['countries']) ?? [];
  const unlessResident = namesIn(list['unlessResident']) ?? [];
  return {
    value: {
      asOf: isText(asOf) ? asOf : '',
      source: isText(source) ? source : '',
      countries: countries.toSorted(),
      unlessResident: unlessResident.toSorted(),
    },
    refusals: [
      ...checkDay(asOf, now),
      ...reportOn(source, { path: 'source', field: 'reason' }, ABOUT_THE_CONTACT).refusals,
      ...checkLists(countries, unlessResident),
    ],
    warnings: [],
  };
}
