import { momentsOf, offsetMinutes, showOffset, STATION_ZONE, wallTime } from './zone.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: STATION_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const seconds = new Intl.DateTimeFormat('en-GB', {
  timeZone: STATION_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: STATION_ZONE,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const longDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: STATION_ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: STATION_ZONE, dateStyle: 'short' });

/** `Sun 8 Mar` */
export function showDay(moment: Date): string {
  return day.format(moment).replace(',', '');
}

/** `Sunday 8 March` */
export function showLongDay(moment: Date): string {
  return longDay.format(moment).replace(',', '');
}

/** `01:41` */
export function showClock(moment: Date): string {
  return clock.format(moment);
}

/** The hour that autumn repeats needs its offset to be one hour. */
function ambiguous(moment: Date): boolean {
  return momentsOf(wallTime(moment)).length > 1;
}

/** `01:41`, with `-04:00` in the night in which that hour comes twice. */
export function showTime(iso: string): string {
  const moment = new Date(iso);
  return ambiguous(moment) ? `${clock.format(moment)} ${showOffset(moment)}` : clock.format(moment);
}

/** `01:41:07` */
export function showSeconds(iso: string): string {
  return seconds.format(new Date(iso));
}

/** `2026-03-08 00:55`, with the offset on a day on which the clocks change. */
export function showMoment(iso: string): string {
  const moment = new Date(iso);
  const text = `${isoDay.format(moment)} ${clock.format(moment)}`;
  return changesThatDay(moment) ? `${text} ${showOffset(moment)}` : text;
}

function changesThatDay(moment: Date): boolean {
  const { year, month, day: date } = wallTime(moment);
  const [start] = momentsOf({ year, month, day: date, hour: 0, minute: 0 });
  const [end] = momentsOf({ year, month, day: date, hour: 23, minute: 59 });
  return start !== undefined && end !== undefined && offsetMinutes(start) !== offsetMinutes(end);
}

/** `01:41` today, `Sat 21:10` within a week, else `2026-03-01 21:10`. */
export function showSince(iso: string, now: Date): string {
  const moment = new Date(iso);
  if (isoDay.format(moment) === isoDay.format(now)) return showTime(iso);
  const days = Math.abs(now.getTime() - moment.getTime()) / 86_400_000;
  return days < 6 ? `${day.format(moment).slice(0, 3)} ${showTime(iso)}` : showMoment(iso);
}

/** `2026-03-08` at the station. */
export function stationDay(moment: Date): string {
  return isoDay.format(moment);
}
