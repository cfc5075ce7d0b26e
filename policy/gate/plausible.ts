// Times of a booking against the clock and against each other.
import type { BookingDraft } from '../booking.ts';
import type { Refusal } from '../refusal.ts';

/** A clock that is a little ahead is no lie. */
const AHEAD_MS = 5 * 60_000;

/** Whether a time lies further ahead of `now` than clocks differ: ISO times with an offset. What cannot be read does. */
export function liesAhead(at: string, now: string): boolean {
  return !(Date.parse(at) <= Date.parse(now) + AHEAD_MS);
}

/** What has happened once a booking is saved; an arraignment may lie ahead. */
const HAPPENED = [
  'booking_datetime',
  'arrest_datetime',
  'fingerprinted_datetime',
  'phone_call_datetime',
  'release_datetime',
] as const;

const future = (field: string): Refusal => ({ code: 'wrong-value', field, params: { why: 'future' } });

/** The earliest day that a date with unknown digits can mean, for comparing. */
const earliest = (day: string): string => day.replaceAll('X', '0');

function daysAhead({ fields, charges }: BookingDraft, today: string): readonly Refusal[] {
  const offenses = charges.flatMap((charge, at) =>
    typeof charge.offense_date === 'string' && charge.offense_date > today
      ? [future(`charges.${String(at)}.offense_date`)]
      : [],
  );
  const born = typeof fields.dob === 'string' && earliest(fields.dob) > today ? [future('fields.dob')] : [];
  return [...born, ...offenses];
}

/** The day in UTC, which is never behind the station's; every day lies ahead of a clock that cannot be read. */
function todayOf(now: string): string {
  const moment = Date.parse(now);
  return Number.isNaN(moment) ? '' : new Date(moment).toISOString().slice(0, 10);
}

function releasedTooSoon({ fields }: BookingDraft): readonly Refusal[] {
  const { booking_datetime: booked, release_datetime: released } = fields;
  if (typeof booked !== 'string' || typeof released !== 'string') return [];
  const soon = Date.parse(released) < Date.parse(booked);
  return soon ? [{ code: 'wrong-value', field: 'fields.release_datetime', params: { why: 'before-booking' } }] : [];
}

/** What cannot be so: a birth, an arrest or a release ahead of `now`, and a release before the booking. */
export function implausibleTimes(draft: BookingDraft, now: string): readonly Refusal[] {
  const ahead = HAPPENED.filter((name) => {
    const at = draft.fields[name];
    return typeof at === 'string' && liesAhead(at, now);
  });
  return [
    ...ahead.map((name) => future(`fields.${name}`)),
    ...daysAhead(draft, todayOf(now)),
    ...releasedTooSoon(draft),
  ];
}
