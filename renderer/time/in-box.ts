import { showMoment } from './show.ts';

/** A time that was told, as it stands in its box: `2026-03-08 00:55`. What is no time stands as it is. */
export function inBox(told: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(told) && !Number.isNaN(Date.parse(told)) ? showMoment(told) : told;
}
