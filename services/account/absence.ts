import { lastSeen } from '../../db/account/reader.ts';
import type { ReadDb } from '../../db/database.ts';
import { listPersons } from '../../db/person/reader.ts';
import type { Person } from '../../policy/people.ts';

/** After so many days without a sign-in an account is closed until it is let in again (CJIS Security Policy AC-2(3)). */
export const LONGEST_ABSENCE_DAYS = 90;
const DAY_MS = 24 * 3_600_000;

/** Whole days since somebody was last in; none where the clock says that it was later than now. */
function daysAway(seenAt: string | null, now: Date): number {
  const moment = Date.parse(seenAt ?? '');
  return Number.isNaN(moment) ? 0 : Math.max(0, Math.floor((now.getTime() - moment) / DAY_MS));
}

/**
 * Whether somebody was away for too long. The only chief never is: nobody would be left to let a chief in, and a clock
 * that jumps ahead would close the station to everybody.
 */
export async function wasAwayTooLong(db: ReadDb, person: Person, now: Date): Promise<boolean> {
  if (daysAway(await lastSeen(db, person.id), now) <= LONGEST_ABSENCE_DAYS) return false;
  if (person.role !== 'chief') return true;
  const chiefs = (await listPersons(db)).filter(({ role, active }) => role === 'chief' && active);
  return chiefs.length > 1;
}
