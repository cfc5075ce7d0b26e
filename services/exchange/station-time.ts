/** A wall-clock time as text, `YYYY-MM-DDThh:mm:ss`, read as if it were UTC. */
type WallMs = number;

export interface Offset {
  /** `-05:00` */
  readonly text: string;
  /** The night the clock changes: the hour that stands twice, or the one that does not exist. */
  readonly note: 'clock-change-hour' | null;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Days whose offset is remembered; records come in the order of days, so a small memory serves a long file. */
const REMEMBERED = 4_000;

/**
 * The offset of wall-clock times in one zone. Of an hour that stands twice the first is meant; an hour that does not
 * exist keeps the offset that held before the change, so that the clock reading stays as it was recorded.
 * @param timeZone IANA name, such as `America/New_York`
 */
export function stationTime(timeZone: string): (wall: WallMs) => Offset {
  const offsetAt = zoneOffsets(timeZone);
  const days = new Map<number, Offset | null>();
  return (wall) => {
    const day = Math.floor(wall / DAY);
    let known = days.get(day);
    if (known === undefined) {
      if (days.size >= REMEMBERED) days.clear();
      known = wholeDay(offsetAt, day);
      days.set(day, known);
    }
    return known ?? onChangeDay(offsetAt, wall);
  };
}

/** The one offset of a day, or null where a change is near. */
function wholeDay(offsetAt: (utc: number) => number, day: number): Offset | null {
  const before = offsetAt((day - 1) * DAY);
  return before === offsetAt((day + 2) * DAY) ? { text: offsetText(before), note: null } : null;
}

function onChangeDay(offsetAt: (utc: number) => number, wall: WallMs): Offset {
  const before = offsetAt(wall - DAY);
  const after = offsetAt(wall + DAY);
  const holds = (offset: number): boolean => offsetAt(wall - offset * MINUTE) === offset;
  if (before === after) return { text: offsetText(before), note: null };
  const both = holds(before) === holds(after);
  return { text: offsetText(holds(before) || both ? before : after), note: both ? 'clock-change-hour' : null };
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function zoneOffsets(timeZone: string): (utc: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (utc) => {
    const part: Partial<Record<string, number>> = {};
    for (const { type, value } of format.formatToParts(utc)) part[type] = Number(value);
    const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN } = part;
    return Math.round((Date.UTC(year, month - 1, day, hour, minute) - Math.floor(utc / MINUTE) * MINUTE) / MINUTE);
  };
}
