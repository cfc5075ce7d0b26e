export interface Clock {
  /** `hh:mm:ss[.f]` */
  readonly time: string;
  /** `Z`, `+hh:mm` or `-hh:mm`; null where the text gives none. */
  readonly offset: string | null;
}

const CLOCK = /^(\d{1,2}):?(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AP]M)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads the time of day behind a date: `08:26:00`, `0016`, `10:40 PM`, `12:46:32.000`, `03:04:05-0700`. */
export function readClock(text: string): Clock | 'unreadable' | 'impossible' {
  const match = CLOCK.exec(text);
  if (match === null) return 'unreadable';
  const [, hour, minute, second, fraction, half, offset] = match;
  const time = timeOf({ hours: hoursOf(Number(hour), half), minute, second });
  return time === null ? 'impossible' : { time: time + part(fraction), offset: offsetOf(offset) };
}

interface Parts {
  readonly hours: number | null;
  readonly minute: string | undefined;
  readonly second: string | undefined;
}

function timeOf({ hours, minute = '00', second = '00' }: Parts): string | null {
  if (hours === null || Number(minute) > 59 || Number(second) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minute}:${second}`;
}

function hoursOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** Thousandths, without zeros at the end. */
function part(fraction = ''): string {
  const digits = fraction.slice(0, 3).replace(/0+$/, '');
  return digits === '' ? '' : `.${digits}`;
}

function offsetOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text.toUpperCase() === 'Z') return 'Z';
  return text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`;
}
