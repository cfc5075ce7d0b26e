import type { BackupPlan } from '../../contract/backup.ts';
import { lastSeq } from '../../db/ledger/reader.ts';
import type { OpenStation, StationState } from '../state.ts';
import type { SeenFolder } from './backup-work.ts';
import { lastNoted } from './last-noted.ts';
import { listLate } from './late-by-log.ts';
import type { Backup } from './manifest.ts';
import { patienceOf } from './in-time.ts';
import { lookInTime } from './plan-folder.ts';

/** How things stand with the backups of a plan. */
export interface PlanStanding {
  readonly folderThere: boolean;
  /** It does not answer. */
  readonly folderSilent: boolean;
  /** The newest first. */
  readonly backups: readonly Backup[];
  /** Something lies there that was broken off. */
  readonly parts: boolean;
  /** The log grew since the newest one. */
  readonly changed: boolean;
  /** One of them is older than an order of a court, and must be replaced. */
  readonly late: boolean;
  /** The one that was to be made as the last person left was not made. */
  readonly leftWithout: boolean;
  /** Milliseconds since the newest; null where there is none, or it is dated ahead of the clock. Without the folder as the log tells. */
  readonly age: number | null;
}

const HOUR_MS = 3_600_000;
const NOTHING: PlanStanding = {
  ...{ folderThere: false, folderSilent: false },
  ...{ backups: [], parts: false, changed: true, late: false, leftWithout: false, age: null },
};

function ageOf({ options }: StationState, madeAt: string | null): number | null {
  const age = madeAt === null ? -1 : options.clock.now().getTime() - Date.parse(madeAt);
  return age < 0 ? null : age;
}

/** Without the folder, by what the log tells: the stick that was pulled holds the backup all the same. */
export async function standingByLog(state: StationState, open: OpenStation): Promise<PlanStanding> {
  const { notedAt, leftWithout } = state.backup;
  const changed = notedAt === null || (await lastSeq(open.store.read)) + 1 > notedAt;
  return { ...NOTHING, changed, leftWithout, age: ageOf(state, await lastNoted(state, open)) };
}

/** How things stand by what was seen of the folder. */
export async function judgeSeen(
  state: StationState,
  open: OpenStation,
  { there, silent, backups, parts }: SeenFolder,
): Promise<PlanStanding> {
  if (!there) return { ...(await standingByLog(state, open)), folderSilent: silent };
  const { leftWithout } = state.backup;
  const [newest] = backups;
  if (newest === undefined) return { ...NOTHING, folderThere: true, parts, leftWithout };
  const entries = (await lastSeq(open.store.read)) + 1;
  return {
    folderThere: true,
    folderSilent: false,
    backups,
    parts,
    // The entry that tells of the newest backup is not in it.
    changed: entries > (state.backup.notedAt ?? newest.manifest.entries + 1),
    late: (await listLate(open.store.read, backups)).length > 0,
    leftWithout,
    age: ageOf(state, newest.manifest.madeAt),
  };
}

/** Looks into the folder for so many milliseconds, or as long as anybody can wait. */
export async function standingOf(
  state: StationState,
  open: OpenStation,
  { folder, patience = patienceOf(state.options) }: Pick<BackupPlan, 'folder'> & { readonly patience?: number },
): Promise<PlanStanding> {
  if (folder === null) return NOTHING;
  return judgeSeen(state, open, await lookInTime(state, { ori: open.station.ori, folder }, patience));
}

/** A backup is to be made now, by the plan alone. */
export function isDue({ everyHours }: BackupPlan, { folderThere, changed, late, age }: PlanStanding): boolean {
  if (!folderThere) return false;
  if (late) return true;
  return everyHours > 0 && changed && (age === null || age >= everyHours * HOUR_MS);
}

function isOverTime({ everyHours }: BackupPlan, { age }: PlanStanding): boolean {
  return everyHours > 0 && (age === null || age >= 2 * everyHours * HOUR_MS);
}

/** The plan asks for a backup that has not come, twice as long as it allows, or not as the last person left. */
export function isOverdue(plan: BackupPlan, standing: PlanStanding): boolean {
  if (plan.folder === null) return false;
  const { changed, late, leftWithout } = standing;
  return late || (changed && ((plan.onLeaving && leftWithout) || isOverTime(plan, standing)));
}
