/** The station's clock; the only source of time for services. */
export interface Clock {
  now(): Date;
  /** Milliseconds since some moment, which no setting of the clock moves. */
  monotonic?(): number;
}

/** UTC to the hundredth of a second, `2026-03-08T06:41:07.12Z` (CJIS AU-8). */
export function stamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 22)}Z`;
}

const yearIn = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', year: 'numeric' });

/** The year on the station's wall, for numbers such as 2026-00412. */
export function stationYear(moment: Date): number {
  return Number(yearIn.format(moment));
}

const dateIn = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date on the station's wall, `YYYY-MM-DD`. */
export function stationDate(moment: Date): string {
  return dateIn.format(moment);
}
