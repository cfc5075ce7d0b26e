import type { BackupPlan, LateBackup } from '../../contract/backup.ts';
import type { OpenStation, StationState } from '../state.ts';
import type { SeenFolder } from './backup-work.ts';
import { lastNoted } from './last-noted.ts';
import { isOverdue, judgeSeen, standingByLog } from './plan-due.ts';
import { readPlan } from './plan-file.ts';
import { seenOf } from './plan-folder.ts';

const lastRefusal = ({ backup }: StationState): LateBackup['failed'] => backup.failed?.refusal ?? null;
const byItself = ({ everyHours, onLeaving }: BackupPlan): boolean => everyHours > 0 || onLeaving;

/** Before the folder was looked into only the log can tell, where it tells of one at all. */
async function lateByLog(state: StationState, open: OpenStation, plan: BackupPlan): Promise<LateBackup | null> {
  const standing = await standingByLog(state, open);
  if (standing.age === null || !isOverdue(plan, standing)) return null;
  return {
    since: await lastNoted(state, open),
    overdue: true,
    folderThere: true,
    folderSilent: false,
    failed: lastRefusal(state),
  };
}

async function lateBySight(
  state: StationState,
  open: OpenStation,
  { plan, seen }: { readonly plan: BackupPlan; readonly seen: SeenFolder },
): Promise<LateBackup | null> {
  const standing = await judgeSeen(state, open, seen);
  const overdue = isOverdue(plan, standing);
  const { folderThere, folderSilent, backups } = standing;
  if (!overdue && (folderThere || !byItself(plan))) return null;
  const since = backups[0]?.manifest.madeAt ?? (await lastNoted(state, open));
  return { since, overdue, folderThere, folderSilent, failed: folderThere ? lastRefusal(state) : null };
}

/**
 * What the desk says where the plan's backup did not come, or cannot; null where all is well, or where there is no
 * plan. Never waits for the folder.
 */
export async function lateBackup(state: StationState, open: OpenStation): Promise<LateBackup | null> {
  const read = await readPlan(state.options.folder);
  if (!read.ok || read.value.folder === null) return null;
  const plan = read.value;
  const seen = seenOf(state, open.station.ori, read.value.folder);
  return seen === null ? lateByLog(state, open, plan) : lateBySight(state, open, { plan, seen });
}
