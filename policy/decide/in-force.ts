import type { Pack } from '../packs/pack.ts';
import type { Moment } from './moment.ts';
import { stationDay } from './station-clock.ts';

/** Whether the pack is in force on the station's day of that moment. Outside its days it opens nothing. */
export function isInForce(pack: Pack, at: Moment): boolean {
  const day = stationDay(at);
  return day >= pack.effectiveFrom && (pack.effectiveUntil === null || day < pack.effectiveUntil);
}
