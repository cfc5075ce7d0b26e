// What the running station does for its backups by itself.
import type { BackupPlan } from '../../contract/backup.ts';
import type { OpenStation, StationState } from '../state.ts';
import { isDue, standingOf, type PlanStanding } from './plan-due.ts';
import { readPlan } from './plan-file.ts';
import { BY_ITSELF, runBackup, type BackupCause, type Wanted } from './run-backup.ts';

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

async function wantedNow(state: StationState, open: OpenStation, when: When): Promise<Wanted | null> {
  const read = await readPlan(state.options.folder);
  if (!read.ok || read.value.folder === null) return null;
  const plan = read.value;
  const cause = causeOf(when, plan, await standingOf(state, open, plan));
  return cause === null ? null : { open, plan, folder: read.value.folder, cause, actor: BY_ITSELF };
}

async function keep(state: StationState, when: When): Promise<void> {
  const { open } = state;
  if (open === null || open.logTrouble !== null || state.backup.running !== null || state.imports.size > 0) return;
  const wanted = await wantedNow(state, open, when);
  if (wanted !== null) await runBackup(state, wanted);
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
