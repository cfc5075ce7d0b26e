/** Times show in the station's zone, wherever the computer believes to be. */
export const STATION_ZONE = 'America/New_York';

/** A wall-clock reading at the station. Months count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const parts = new Intl.DateTimeFormat('en-US', {
  timeZone: STATION_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

/** What the station's clock shows at a moment. */
export function wallTime(moment: Date): WallTime {
  const found = new Map(parts.formatToParts(moment).map((part) => [part.type, Number(part.value)]));
  const read = (type: Intl.DateTimeFormatPartTypes): number => found.get(type) ?? 0;
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute') };
}

const asUtc = (wall: WallTime): number => Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Minutes east of UTC, `-300` in winter. */
export function offsetMinutes(moment: Date): number {
  return (asUtc(wallTime(moment)) - Math.floor(moment.getTime() / MINUTE) * MINUTE) / MINUTE;
}

/** Moments at which the station's clock shows this: none in the hour that spring skips, two in the one that autumn repeats. */
export function momentsOf(wall: WallTime): readonly Date[] {
  const guess = asUtc(wall);
  const offsets = new Set([-24, 24].map((hours) => offsetMinutes(new Date(guess + hours * HOUR))));
  return [...offsets]
    .map((offset) => new Date(guess - offset * MINUTE))
    .filter((moment) => asUtc(wallTime(moment)) === guess)
    .sort((a, b) => a.getTime() - b.getTime());
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `-05:00` */
export function showOffset(moment: Date): string {
  const minutes = offsetMinutes(moment);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `2026-03-08T00:55:00-05:00`, the form in which times are stored. */
export function toIso(moment: Date): string {
  const wall = wallTime(moment);
  const day = `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`;
  return `${day}T${two(wall.hour)}:${two(wall.minute)}:00${showOffset(moment)}`;
}
