import { momentsOf, offsetMinutes, toIso, wallTime, type WallTime } from './zone.ts';

/** What was typed for a point in time. `at` is stored as it stands: `2026-03-08T00:55:00-05:00`. */
export type MomentReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'moment'; readonly at: string }
  /** The hour that autumn repeats: both, the earlier one first. */
  | { readonly kind: 'choose'; readonly choices: readonly string[] }
  /** The hour that spring skips. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unread' };

/** Which way a time without a date leans: an arrest lies behind, a release may lie ahead. */
export type Lean = 'past' | 'future';

interface Typed {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour: number;
  readonly minute: number;
  /** Minutes east of UTC, where it was typed. */
  readonly offset?: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Clocks differ a little: a time just ahead of ours is still "now". */
const SLACK = 2 * MINUTE;

const CLOCK = String.raw`(?<hour>\d{1,2}):?(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?`;
const OFFSET = String.raw`(?:\s*(?<offset>[+-]\d{2}:?\d{2}|z|edt|est))?`;
const FORMS = [
  new RegExp(String.raw`^(?:(?<month>\d{1,2})/(?<day>\d{1,2})(?:/(?<year>\d{2}|\d{4}))?[\s,]+)?${CLOCK}${OFFSET}$`),
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[t\s]\s*${CLOCK}${OFFSET}$`),
];
const AGO = /^(?<sign>[+-])(?:(?<hours>\d{1,3})h)?\s*(?:(?<minutes>\d{1,4})m?)?$/;
const NAMED_OFFSETS: Readonly<Record<string, number>> = { z: 0, edt: -240, est: -300 };

function readOffset(text: string): number {
  const named = NAMED_OFFSETS[text];
  if (named !== undefined) return named;
  const size = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -size : size;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function readTyped(text: string): Typed | null {
  const groups = FORMS.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return null;
  const { year, month, day, hour, minute, offset } = groups;
  return {
    ...(year === undefined ? {} : { year: fullYear(year) }),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    hour: Number(hour),
    minute: Number(minute),
    ...(offset === undefined ? {} : { offset: readOffset(offset) }),
  };
}

function isReal(wall: WallTime): boolean {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day));
  return date.getUTCMonth() === wall.month - 1 && date.getUTCDate() === wall.day && wall.hour < 24 && wall.minute < 60;
}

function read(wall: WallTime, offset: number | undefined): MomentReading {
  if (!isReal(wall)) return { kind: 'unread' };
  if (offset !== undefined) return { kind: 'moment', at: toIso(withOffset(wall, offset)) };
  const moments = momentsOf(wall);
  const [first] = moments;
  if (first === undefined) return { kind: 'skipped' };
  return moments.length === 1 ? { kind: 'moment', at: toIso(first) } : { kind: 'choose', choices: moments.map(toIso) };
}

function withOffset(wall: WallTime, offset: number): Date {
  return new Date(Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - offset * MINUTE);
}

/** Roughly where a wall time lies; good enough to tell yesterday from today. */
function roughly(wall: WallTime, now: Date): number {
  return withOffset(wall, offsetMinutes(now)).getTime();
}

function fits(wall: WallTime, now: Date, leaning: { readonly lean: Lean; readonly slack: number }): boolean {
  const ahead = roughly(wall, now) - now.getTime();
  return leaning.lean === 'past' ? ahead <= leaning.slack : ahead >= -leaning.slack;
}

function dayBeside(now: Date, lean: Lean): WallTime {
  return wallTime(new Date(now.getTime() + (lean === 'past' ? -DAY : DAY)));
}

/** Fills in the day or the year that was not typed, so that the time leans as asked. */
function complete(typed: Typed, now: Date, lean: Lean): WallTime {
  const { hour, minute } = typed;
  const today = wallTime(now);
  if (typed.month === undefined || typed.day === undefined) {
    const wall = { ...today, hour, minute };
    return fits(wall, now, { lean, slack: SLACK }) ? wall : { ...dayBeside(now, lean), hour, minute };
  }
  const wall = { year: typed.year ?? today.year, month: typed.month, day: typed.day, hour, minute };
  // A day that was typed is meant: only one that is far off belongs to another year.
  if (typed.year !== undefined || fits(wall, now, { lean, slack: 30 * DAY })) return wall;
  return { ...wall, year: wall.year + (lean === 'past' ? -1 : 1) };
}

function readRelative(text: string, now: Date): MomentReading | null {
  if (text === 'now') return { kind: 'moment', at: toIso(now) };
  const found = AGO.exec(text);
  if (found === null || !/\d/.test(text)) return null;
  const { sign, hours = '0', minutes = '0' } = found.groups ?? {};
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return { kind: 'moment', at: toIso(new Date(now.getTime() + (sign === '-' ? -size : size))) };
}

/** Reads `0055`, `now`, `-10m`, `3/8 0055`, `2026-03-08 00:55`, with or without an offset, on the station's clock. */
export function readMoment(text: string, now: Date, lean: Lean = 'past'): MomentReading {
  const typed = text.trim().toLowerCase();
  if (typed === '') return { kind: 'empty' };
  const relative = readRelative(typed, now);
  if (relative !== null) return relative;
  const found = readTyped(typed);
  return found === null ? { kind: 'unread' } : read(complete(found, now, lean), found.offset);
}
