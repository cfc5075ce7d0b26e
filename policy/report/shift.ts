import { stationHour } from '../decide/station-clock.ts';

export const SHIFTS = ['day', 'evening', 'night'] as const;
export type Shift = (typeof SHIFTS)[number];

/** The shift that a moment falls into by the station's clock: day from 7, evening from 15, night from 23. */
export function shiftOf(at: string): Shift {
  const hour = stationHour(Date.parse(at));
  if (hour >= 7 && hour < 15) return 'day';
  return hour >= 15 && hour < 23 ? 'evening' : 'night';
}
