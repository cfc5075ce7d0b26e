// Dates and times as they are written, checked against the calendar: 2026-02-30 is no day.
import { daysIn } from '../calendar.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const PARTIAL = /^(\d{4}|\d{3}X|\d{2}XX|XXXX)-(\d{2}|XX)-(\d{2}|XX)$/;

function within(value: number | null, least: number, most: number): boolean {
  return value === null || (value >= least && value <= most);
}

function fits(year: number | null, month: number | null, day: number | null): boolean {
  return within(year, 1850, 2200) && within(month, 1, 12) && within(day, 1, daysIn(year, month ?? 1));
}

/** `YYYY-MM-DD`, a day that exists. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  return match !== null && fits(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** `YYYY-MM-DDThh:mm[:ss[.f]]` with an offset. */
export function isTime(text: string): boolean {
  const match = TIME.exec(text);
  return match !== null && isDate(match[1] ?? '');
}

function known(digits: string | undefined): number | null {
  return digits === undefined || digits.includes('X') ? null : Number(digits);
}

/** A date whose digits may be X where they are not known: `1990-XX-XX`. */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL.exec(text);
  return match !== null && fits(known(match[1]), known(match[2]), known(match[3]));
}
