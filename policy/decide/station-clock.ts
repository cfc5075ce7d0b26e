import type { Moment } from './moment.ts';

const DAY_MS = 86_400_000;
const MINUTE = 60_000;

/** The station's day at that moment, `YYYY-MM-DD`. */
export function stationDay(moment: Moment): string {
  return dayText(wallClock(moment.ms));
}

/** How far the station's clock is from UTC as a day of UTC begins: known once it was looked up, which takes its time. */
const offsets = new Map<number, number>();

function offsetAt(day: number): number {
  const known = offsets.get(day) ?? wallClock(day * DAY_MS) - day * DAY_MS;
  offsets.set(day, known);
  return known;
}

/** The hour of the station's clock, 0 to 23. `ms` since the epoch. */
export function stationHour(ms: number): number {
  const day = Math.floor(ms / DAY_MS);
  const offset = offsetAt(day);
  // Within a day on which clocks are changed only the clock itself tells.
  const wall = offset === offsetAt(day + 1) ? ms + offset : wallClock(ms);
  return new Date(wall).getUTCHours();
}

/** The station's clock (`17:00`) on the first Monday-to-Friday day after that moment's day. */
export function nextWeekdayAt(moment: Moment, clock: string): Moment {
  const today = wallClock(moment.ms);
  let day = today - mod(today, DAY_MS) + DAY_MS;
  while (isWeekend(day)) day += DAY_MS;
  const [hour, minute] = clock.split(':');
  const wall = day + (Number(hour) * 60 + Number(minute)) * MINUTE;
  // Offsets change at 2 a.m. on a Sunday, never near a weekday's office hours: the offset at `wall` read as UTC is the right one.
  const offset = (wallClock(wall) - wall) / MINUTE;
  return { ms: wall - offset * MINUTE, offset };
}

let station: Intl.DateTimeFormat | undefined;

/** The station's wall clock: every date of the policy is a day in Massachusetts. Made at first use, for it takes its time. */
function stationClock(): Intl.DateTimeFormat {
  station ??= new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/New_York',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return station;
}

/** Wall clock as if it were UTC, to the minute. */
function wallClock(ms: number): number {
  const part: Partial<Record<string, number>> = {};
  for (const { type, value } of stationClock().formatToParts(ms)) part[type] = Number(value);
  return Date.UTC(
    part['year'] ?? NaN,
    (part['month'] ?? NaN) - 1,
    part['day'] ?? NaN,
    part['hour'] ?? NaN,
    part['minute'] ?? NaN,
  );
}

function dayText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

function isWeekend(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
