import type { Pack } from '../packs/pack.ts';
import type { Moment } from './moment.ts';
import { stationDay } from './station-clock.ts';

const TWO_DAYS = 2 * 86_400_000;

/** Whether the pack is in force on the station's day of that moment. Outside its days it opens nothing. */
export function isInForce(pack: Pack, at: Moment): boolean {
  const { effectiveFrom, effectiveUntil } = pack;
  // The station's clock is slow to ask; two days away from the first day it cannot matter.
  if (effectiveUntil === null && at.ms > Date.parse(effectiveFrom) + TWO_DAYS) return true;
  const day = stationDay(at);
  return day >= effectiveFrom && (effectiveUntil === null || day < effectiveUntil);
}
