import { daysIn } from '../calendar.ts';

/** A point in time, and the offset in which its writer told it. */
export interface Moment {
  /** Milliseconds since 1970 in UTC, with a fraction where the text had more digits. */
  readonly ms: number;
  /** Minutes east of UTC; null where it was written `Z`. */
  readonly offset: number | null;
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|([+-]\d\d):(\d\d))$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MINUTE = 60_000;

/** Reads `YYYY-MM-DDThh:mm[:ss[.f]]` with `Z` or an offset; undefined where it is another form or no such time exists. */
export function parseMoment(text: string): Moment | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = '0', offsetHour, offsetMinute] = match;
  const midnight = midnightOf(Number(year), Number(month), Number(day));
  const clock = clockMs(Number(hour), Number(minute), Number(second));
  if (midnight === undefined || clock === undefined) return undefined;
  if (offsetHour === undefined) return { ms: midnight + clock, offset: null };
  const size = clockMs(Math.abs(Number(offsetHour)), Number(offsetMinute), 0);
  if (size === undefined) return undefined;
  const offset = (offsetHour.startsWith('-') ? -size : size) / MINUTE;
  return { ms: midnight + clock - offset * MINUTE, offset };
}

/** True for `YYYY-MM-DD` of a day that exists. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  return match !== null && midnightOf(Number(match[1]), Number(match[2]), Number(match[3])) !== undefined;
}

/** The same clock a number of minutes later, with seconds, in the offset of the moment. */
export function printMoment(moment: Moment, minutesLater = 0): string {
  const ms = moment.ms + minutesLater * MINUTE;
  const clock = new Date(ms + (moment.offset ?? 0) * MINUTE).toISOString();
  const local = clock.replace(/(?:\.000)?Z$/, '');
  return local + printOffset(moment.offset);
}

function printOffset(offset: number | null): string {
  if (offset === null) return 'Z';
  const size = Math.abs(offset);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

function clockMs(hour: number, minute: number, second: number): number | undefined {
  return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * MINUTE + second * 1000 : undefined;
}

function midnightOf(year: number, month: number, day: number): number | undefined {
  if (day < 1 || day > daysIn(year, month)) return undefined;
  return daysSince1970(year, month, day) * 1440 * MINUTE;
}

/** Proleptic Gregorian day count; `Date.UTC` reads years below 100 as 19xx. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}
