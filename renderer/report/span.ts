/** First and last day, as stored. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The month of a day, moved by whole months; up to that day's month end. */
export function monthOf(day: string, moved = 0): Span {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + moved, 1));
  const last = new Date(Date.UTC(year, month + moved, 0));
  const start = `${String(first.getUTCFullYear())}-${pad(first.getUTCMonth() + 1)}`;
  return { from: `${start}-01`, to: `${start}-${pad(last.getUTCDate())}` };
}

export function yearOf(day: string): Span {
  const year = day.slice(0, 4);
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
