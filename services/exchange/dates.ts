import type { Offset } from './station-time.ts';

/** How a profile says that dates are written. `auto` reads all of them, month before day. */
export const DATE_STYLES = ['auto', 'iso', 'sql', 'us'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

export type NoteCode = 'time-assumed' | 'clock-change-hour';
export type DateRead =
  | { readonly ok: true; readonly value: string; readonly note: NoteCode | null }
  | { readonly ok: false; readonly code: 'unreadable-date' | 'impossible-date' };

export interface DateReader {
  /** `YYYY-MM-DDThh:mm:ss` with an offset; a wall-clock time is the station's. */
  readonly dateTime: (text: string) => DateRead;
  /** `YYYY-MM-DD` */
  readonly date: (text: string) => DateRead;
  /** `YYYY-MM-DD` in which unknown parts are X. */
  readonly partialDate: (text: string) => DateRead;
}

const TIME = String.raw`(?:[T ]+(\d{1,2}):?(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AP]M)?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}$`, 'i');
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${TIME}$`, 'i');
const MONTH_FIRST = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})${TIME}$`, 'i');
const PARTIAL_YEAR_FIRST = /^([\dX]{4})-([\dX]{1,2})-([\dX]{1,2})$/i;
const PARTIAL_MONTH_FIRST = /^([\dX]{1,2})\/([\dX]{1,2})\/([\dX]{4})$/i;

interface Parts {
  readonly date: string;
  /** `hh:mm:ss[.f]`, null where the text gives none, undefined where it is impossible. */
  readonly time: string | null | undefined;
  readonly offset: string | null;
  readonly possible: boolean;
}

/** @param offsetOf the station's offset for a wall-clock time */
export function dateReader(style: DateStyle, offsetOf: (wall: number) => Offset): DateReader {
  return {
    dateTime: (text) => {
      const parts = partsOf(text, style);
      if (parts === null) return { ok: false, code: 'unreadable-date' };
      if (!parts.possible || parts.time === undefined) return { ok: false, code: 'impossible-date' };
      return withOffset(parts, offsetOf);
    },
    date: (text) => dateOnly(partsOf(text, style)),
    partialDate: (text) => partialOf(text, style) ?? dateOnly(partsOf(text, style)),
  };
}

function withOffset(parts: Parts, offsetOf: (wall: number) => Offset): DateRead {
  const time = parts.time ?? '00:00:00';
  const local = `${parts.date}T${time}`;
  if (parts.offset !== null) return { ok: true, value: `${local}${parts.offset}`, note: null };
  const offset = offsetOf(Date.parse(`${local}Z`));
  const note = parts.time === null ? 'time-assumed' : offset.note;
  return { ok: true, value: `${local}${offset.text}`, note };
}

function dateOnly(parts: Parts | null): DateRead {
  if (parts === null) return { ok: false, code: 'unreadable-date' };
  if (!parts.possible || parts.time === undefined) return { ok: false, code: 'impossible-date' };
  return { ok: true, value: parts.date, note: null };
}

function partsOf(text: string, style: DateStyle): Parts | null {
  const yearFirst = style === 'us' ? null : (YEAR_FIRST.exec(text) ?? COMPACT.exec(text));
  if (yearFirst !== null) return assemble(yearFirst, [1, 2, 3]);
  const monthFirst = style === 'us' || style === 'auto' ? MONTH_FIRST.exec(text) : null;
  return monthFirst === null ? null : assemble(monthFirst, [3, 1, 2]);
}

function assemble(match: RegExpExecArray, [y, m, d]: readonly [number, number, number]): Parts {
  const year = Number(match[y]);
  const month = Number(match[m]);
  const day = Number(match[d]);
  return {
    date: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
    time: timeOf(match),
    offset: offsetOf(match[9]),
    possible: isDay(year, month, day),
  };
}

function timeOf(match: RegExpExecArray): string | null | undefined {
  if (match[4] === undefined) return null;
  const half = match[8]?.toUpperCase();
  const clock = Number(match[4]);
  if (half !== undefined && (clock < 1 || clock > 12)) return undefined;
  const hour = half === undefined ? clock : (clock % 12) + (half === 'PM' ? 12 : 0);
  const minute = Number(match[5]);
  const second = Number(match[6] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = (match[7] ?? '').replace(/0+$/, '').slice(0, 3);
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction === '' ? '' : `.${fraction}`}`;
}

function offsetOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text.toUpperCase() === 'Z') return 'Z';
  return text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`;
}

/** Records reach back to people born in the 19th century at most; earlier years are fillers of a database. */
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1850 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function partialOf(text: string, style: DateStyle): DateRead | null {
  const yearFirst = style === 'us' ? null : PARTIAL_YEAR_FIRST.exec(text);
  const monthFirst = yearFirst === null && (style === 'us' || style === 'auto') ? PARTIAL_MONTH_FIRST.exec(text) : null;
  const match = yearFirst ?? monthFirst;
  const [year, month, day] = yearFirst === null ? [match?.[3], match?.[1], match?.[2]] : match?.slice(1) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const parts = [year.toUpperCase(), unknownPart(month), unknownPart(day)];
  if (!parts.some((part) => part.includes('X'))) return null;
  return isPartialDay(parts) ? { ok: true, value: parts.join('-'), note: null } : { ok: false, code: 'impossible-date' };
}

function unknownPart(text: string): string {
  const part = text.toUpperCase().padStart(2, '0');
  return part === '00' ? 'XX' : part;
}

function isPartialDay(parts: readonly string[]): boolean {
  const [year = '', month = '', day = ''] = parts;
  const fits = (text: string, most: number): boolean => text.includes('X') || (Number(text) >= 1 && Number(text) <= most);
  return (year.includes('X') || isDay(Number(year), 1, 1)) && fits(month, 12) && fits(day, 31);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
