import { KEY_CHANGES, type LastDrill } from '../contract/keys.ts';
import { listDrills } from '../db/station/reader.ts';
import { daysSince } from './review-due.ts';
import type { Member } from './route.ts';

/** B13: what was not practised for a year is not found on the night it is needed. */
const DRILL_DAYS = 365;

/** The last drill of each kind of change, and whether a year went by without one in which every step was done. */
export async function lastDrills({ open, state }: Member): Promise<readonly LastDrill[]> {
  const all = await listDrills(open.store.read);
  const now = state.options.clock.now();
  return KEY_CHANGES.map((why) => {
    const drills = all.filter((one) => one.why === why);
    const since = drills.find(({ passed }) => passed)?.at ?? open.station.createdAt;
    const [last] = drills;
    const due = daysSince(since, now) >= DRILL_DAYS;
    return { why, at: last?.at ?? null, passed: last?.passed ?? false, since, due };
  });
}

/** Since when a kind of change waits to be practised, the longest of them, and whether that is a year ago. */
export async function drillDue(member: Member): Promise<{ readonly since: string; readonly overdue: boolean }> {
  const drills = await lastDrills(member);
  const [since = member.open.station.createdAt] = drills.map((one) => one.since).sort();
  return { since, overdue: drills.some(({ due }) => due) };
}
