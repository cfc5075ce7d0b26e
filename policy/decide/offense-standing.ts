import type { OffenseReading, Standing } from '../packs/condition.ts';
import type { Offense } from './offense.ts';

/** How an offense stands to a ground; undefined where it gives the ground nothing. 2(a), 2(b), 2(c), 2(d). */
export function standingOf(offense: Offense, reading: OffenseReading): Standing | undefined {
  const felony = offense.level === 'felony';
  if (offense.grounds.includes(reading.ground) && (felony || !reading.felony)) return 'named';
  if (offense.violent && felony) return 'violent-felony';
  return reading.byTarget.includes(offense.id) ? 'by-target' : undefined;
}
