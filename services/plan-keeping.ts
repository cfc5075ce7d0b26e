import type { Refusal } from '../policy/refusal.ts';
import { inTime } from './backup/in-time.ts';
import type { StationState } from './state.ts';

/** Milliseconds for which a station that comes back may keep the program: what it leaves is cleared at the next start. */
const LEAVES_WITHIN = 5_000;

/** Loaded when there is something to keep: the first screen does without. */
export async function keepPlan(state: StationState, when: 'tick' | 'leaving'): Promise<void> {
  if (state.open === null || state.options.keepsPlan !== true) return;
  const { keepBackupPlan } = await import('./backup/keep-plan.ts');
  await keepBackupPlan(state, when);
}

/** Ends what brings a station back. */
export async function leaveRestoring({ backup }: StationState): Promise<void> {
  if (backup.restoring === null) return;
  backup.cancelled = true;
  await inTime(backup.restoring, LEAVES_WITHIN);
}

/** Makes the backup that the plan asks for as the station closes. Answers why it was not made; null where it was, was given up, or none was due. */
export async function leaveWithBackup(state: StationState): Promise<Refusal | null> {
  // What failed before is an older matter.
  const before = state.backup.failed;
  await state.backup.clearing?.stop();
  await keepPlan(state, 'leaving');
  await Promise.all(state.later);
  const { failed } = state.backup;
  return failed === before ? null : (failed?.refusal ?? null);
}
