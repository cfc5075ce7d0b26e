// What the running station does for its backups by itself.
import type { BackupPlan } from '../../contract/backup.ts';
import { stamp } from '../clock.ts';
import type { OpenStation, StationState } from '../state.ts';
import { watchOf } from './backup-work.ts';
import { clearPlanFolder } from './clear-parts.ts';
import { leavingPatienceOf } from './in-time.ts';
import { isDue, standingOf, type PlanStanding } from './plan-due.ts';
import { readPlan } from './plan-file.ts';
import { BY_ITSELF, runBackup, type BackupCause, type Wanted } from './run-backup.ts';

/** How often it is asked whether the backup on leaving was given up, in milliseconds. */
const ASK_EVERY = 250;

type When = 'tick' | 'leaving' | 'ordered';

/** Why a backup is made at such a moment; null where none is. */
function causeOf(when: When, plan: BackupPlan, standing: PlanStanding): BackupCause | null {
  const { folderThere, changed, late } = standing;
  if (!folderThere) return null;
  if (when === 'ordered') return 'replacing';
  if (when === 'leaving') return plan.onLeaving && changed ? 'leaving' : null;
  if (!isDue(plan, standing)) return null;
  return late ? 'replacing' : 'planned';
}

/** The desk says so to whoever comes next. */
function tellLeftWithout({ backup, options }: StationState): void {
  const refusal = { code: 'wrong-value', field: 'folder', params: { why: 'place-silent' } } as const;
  backup.failed = { at: stamp(options.clock.now()), refusal };
  backup.leftWithout = true;
}

/** Waits for a slow folder as what runs: it is shown, and can be given up. */
async function standingOnLeaving(state: StationState, open: OpenStation, plan: BackupPlan): Promise<PlanStanding> {
  const { backup } = state;
  const watch = watchOf(backup);
  backup.cancelled = false;
  backup.running = { phase: 'trying', bytes: 0, total: 0 };
  try {
    const longest = leavingPatienceOf(state.options);
    for (let patience = ASK_EVERY; ; patience += ASK_EVERY) {
      const standing = await standingOf(state, open, { ...plan, patience });
      if (watch.cancelled()) return { ...standing, folderThere: false };
      if (!standing.folderSilent) return standing;
      if (patience < longest) continue;
      if (standing.changed) tellLeftWithout(state);
      return standing;
    }
  } finally {
    backup.running = null;
  }
}

/** What is to be done in the folder of the plan. */
interface Due {
  readonly folder: string;
  /** A backup. */
  readonly wanted: Wanted | null;
  /** Something lies there that was broken off. */
  readonly parts: boolean;
}

async function dueNow(state: StationState, open: OpenStation, when: When): Promise<Due | null> {
  const read = await readPlan(state.options.folder);
  if (!read.ok || read.value.folder === null) return null;
  const plan = read.value;
  const { folder } = read.value;
  if (state.backup.running !== null || (when === 'leaving' && !plan.onLeaving)) return null;
  const standing = await (when === 'leaving' ? standingOnLeaving : standingOf)(state, open, plan);
  const cause = causeOf(when, plan, standing);
  const wanted = cause === null ? null : { open, plan, folder, cause, actor: BY_ITSELF };
  return { folder, wanted, parts: standing.parts };
}

const isBusy = ({ backup, imports }: StationState): boolean => backup.running !== null || imports.size > 0;

async function keep(state: StationState, when: When): Promise<void> {
  const { open } = state;
  if (open === null || open.logTrouble !== null || isBusy(state)) return;
  const due = await dueNow(state, open, when);
  if (due === null) return;
  if (due.wanted !== null) await runBackup(state, due.wanted);
  else if (due.parts && when === 'tick') await clearPlanFolder(state, open, due.folder);
}

/** Begins what the plan asks for at this moment, beside all other work; the station closes after it. */
export function keepBackupPlan(state: StationState, when: When): Promise<void> {
  if (state.options.keepsPlan !== true) return Promise.resolve();
  const { clock, ids, report } = state.options;
  const work = keep(state, when)
    .catch((fault: unknown) => {
      const kind = fault instanceof Error ? fault.name : typeof fault;
      const [incident, at] = [ids.uuid().slice(0, 8), clock.now().toISOString()];
      report({ incident, at, kind, where: ['keepBackupPlan'] });
      state.backup.failed = { at, refusal: { code: 'fault', params: { incident } } };
    })
    .finally(() => state.later.delete(work));
  state.later.add(work);
  return work;
}
