import { isDate, isPartialDate } from '../../policy/gate/times.ts';
import { readClock } from './clock-text.ts';
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

const CLOCK = String.raw`(?:[T ]+(?<clock>\d{1,2}:?\d{2}.*))?`;
const FORMS = {
  yearFirst: new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})${CLOCK}$`, 'i'),
  compact: new RegExp(String.raw`^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})${CLOCK}$`, 'i'),
  monthFirst: new RegExp(String.raw`^(?<month>\d{1,2})[/-](?<day>\d{1,2})[/-](?<year>\d{4})${CLOCK}$`, 'i'),
};
const PARTIAL_FORMS = {
  yearFirst: /^(?<year>[\dX]{4})-(?<month>[\dX]{1,2})-(?<day>[\dX]{1,2})$/i,
  compact: /^(?<year>[\dX]{4})(?<month>[\dX]{2})(?<day>[\dX]{2})$/i,
  monthFirst: /^(?<month>[\dX]{1,2})[/-](?<day>[\dX]{1,2})[/-](?<year>[\dX]{4})$/i,
};

type Groups = Readonly<Partial<Record<string, string>>>;

const UNREADABLE: DateRead = { ok: false, code: 'unreadable-date' };
const IMPOSSIBLE: DateRead = { ok: false, code: 'impossible-date' };

/** @param offsetOf the station's offset for a wall-clock time */
export function dateReader(style: DateStyle, offsetOf: (wall: number) => Offset): DateReader {
  const date = (text: string): DateRead => {
    const groups = match(FORMS, text, style);
    if (groups === null || clockOf(groups) === 'unreadable') return UNREADABLE;
    const value = dayOf(groups);
    return isDate(value) && clockOf(groups) !== 'impossible' ? { ok: true, value, note: null } : IMPOSSIBLE;
  };
  return {
    dateTime: (text) => {
      const day = date(text);
      const clock = clockOf(match(FORMS, text, style) ?? {});
      return day.ok ? withClock(day.value, clock, offsetOf) : day;
    },
    date,
    partialDate: (text) => partialOf(match(PARTIAL_FORMS, text, style)) ?? date(text),
  };
}

function match(forms: typeof FORMS, text: string, style: DateStyle): Groups | null {
  for (const form of formsOf(forms, style)) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined) return groups;
  }
  return null;
}

function formsOf({ yearFirst, compact, monthFirst }: typeof FORMS, style: DateStyle): readonly RegExp[] {
  if (style === 'us') return [monthFirst];
  return style === 'auto' ? [yearFirst, compact, monthFirst] : [yearFirst, compact];
}

function clockOf({ clock }: Groups): ReturnType<typeof readClock> | null {
  return clock === undefined ? null : readClock(clock);
}

function withClock(day: string, clock: ReturnType<typeof clockOf>, offsetOf: (wall: number) => Offset): DateRead {
  if (typeof clock === 'string') return clock === 'impossible' ? IMPOSSIBLE : UNREADABLE;
  const local = `${day}T${clock?.time ?? '00:00:00'}`;
  if (clock !== null && clock.offset !== null) return { ok: true, value: `${local}${clock.offset}`, note: null };
  const offset = offsetOf(Date.parse(`${local}Z`));
  return { ok: true, value: `${local}${offset.text}`, note: clock === null ? 'time-assumed' : offset.note };
}

function dayOf({ year = '', month = '', day = '' }: Groups): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Null where nothing in it is unknown: then it is a date like any other. Zeros stand for unknown as X does. */
function partialOf(groups: Groups | null): DateRead | null {
  if (groups === null) return null;
  const value = dayOf(groups).toUpperCase().replace(/-00/g, '-XX');
  if (!value.includes('X')) return null;
  return isPartialDate(value) ? { ok: true, value, note: null } : IMPOSSIBLE;
}
