import type { BackupPlan } from '../../contract/backup.ts';
import { stationDate } from '../clock.ts';

/** A backup as the rule sees it. */
interface Aged {
  readonly madeAt: string;
}

const DAY_MS = 86_400_000;

/** Days since a Monday long ago. */
function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS) - 4;
}

type Rule = Pick<BackupPlan, 'days' | 'weeks' | 'months'>;

/** Which spans of time are kept, and how a day tells its own. */
const SPANS: readonly (readonly [keyof Rule, (date: string) => string])[] = [
  ['days', (date) => date],
  ['weeks', (date) => String(Math.floor(dayNumber(date) / 7))],
  ['months', (date) => date.slice(0, 7)],
];

/**
 * Splits backups into those that are kept and those that may go: the newest of each of so many days, weeks and months
 * that have one, by the station's calendar. The newest of all is always kept.
 * @param backups the newest first
 */
export function applyRule<B extends Aged>(backups: readonly B[], rule: Rule): readonly B[] {
  const kept = new Set<B>(backups.slice(0, 1));
  for (const [span, spanOf] of SPANS) {
    const seen = new Set<string>();
    for (const backup of backups) {
      const own = spanOf(stationDate(new Date(backup.madeAt)));
      if (seen.has(own) || seen.size === rule[span]) continue;
      seen.add(own);
      kept.add(backup);
    }
  }
  return backups.filter((backup) => !kept.has(backup));
}
