/** A day as stored, `1994-07-19`; parts that nobody knows are `XX`: `1994-XX-XX`. */
export type DayReading =
  { readonly kind: 'empty' } | { readonly kind: 'day'; readonly day: string } | { readonly kind: 'unread' };

export interface DayForm {
  /** Today at the station, `2026-03-08`. */
  readonly today: string;
  /** Parts may be unknown. */
  readonly partial: boolean;
  /** A date of birth: a year of two digits is the one that makes the person old enough to be booked. */
  readonly birth: boolean;
}

interface Parts {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

const UNKNOWN = String.raw`\?{1,2}|x{1,2}`;
const FORMS = [
  new RegExp(String.raw`^(?<year>\d{4})(?:-(?<month>\d{1,2}|${UNKNOWN})(?:-(?<day>\d{1,2}|${UNKNOWN}))?)?$`),
  new RegExp(String.raw`^(?<month>\d{1,2}|${UNKNOWN})/(?<day>\d{1,2}|${UNKNOWN})/(?<year>\d{4}|\d{2})$`),
  new RegExp(String.raw`^(?<month>\d{1,2})/(?<year>\d{4})$`),
  new RegExp(String.raw`^(?<month>\d{2})(?<day>\d{2})(?<year>\d{4})$`),
  new RegExp(String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})$`),
];
/** Nobody younger is booked. */
const LEAST_AGE = 7;

function readParts(text: string): Parts | null {
  return FORMS.map((form) => form.exec(text)?.groups).find((found) => found !== undefined) ?? null;
}

function fullYear(text: string | undefined, form: DayForm): number {
  const thisYear = Number(form.today.slice(0, 4));
  if (text === undefined) return thisYear;
  if (text.length === 4) return Number(text);
  const recent = 2000 + Number(text);
  return recent > thisYear - (form.birth ? LEAST_AGE : 0) ? recent - 100 : recent;
}

const isUnknown = (part: string | undefined): boolean => part === undefined || !/^\d+$/.test(part);
const two = (part: string | undefined): string => (isUnknown(part) ? 'XX' : (part ?? '').padStart(2, '0'));

function isReal(year: number, month: string, day: string): boolean {
  const monthNumber = month === 'XX' ? 1 : Number(month);
  const dayNumber = day === 'XX' ? 1 : Number(day);
  const date = new Date(Date.UTC(year, monthNumber - 1, dayNumber));
  return year >= 1900 && date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === dayNumber;
}

/** A month and day alone lie behind us. */
function yearOf(parts: Parts, form: DayForm): number {
  const year = fullYear(parts.year, form);
  const ahead = parts.year === undefined && `${two(parts.month)}-${two(parts.day)}` > form.today.slice(5);
  return ahead ? year - 1 : year;
}

/** Null where there is no such day, or where a part is missing that must be known. */
function dayOf(parts: Parts, form: DayForm): string | null {
  const [year, month, day] = [yearOf(parts, form), two(parts.month), two(parts.day)];
  const known = form.partial || (month !== 'XX' && day !== 'XX');
  const dated = !form.birth || parts.year !== undefined;
  return known && dated && isReal(year, month, day) ? `${String(year)}-${month}-${day}` : null;
}

/** Reads `7/19/94`, `07191994`, `1994-07-19`, and, where parts may be unknown, `1994`, `7/1994`, `?/?/94`, `1994-07-XX`. */
export function readDay(text: string, form: DayForm): DayReading {
  const typed = text.trim().toLowerCase();
  if (typed === '') return { kind: 'empty' };
  const parts = readParts(typed);
  const day = parts === null ? null : dayOf(parts, form);
  return day === null ? { kind: 'unread' } : { kind: 'day', day };
}
