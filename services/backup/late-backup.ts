import type { LateBackup } from '../../contract/backup.ts';
import { findLastAt } from '../../db/ledger/reader.ts';
import type { OpenStation, StationState } from '../state.ts';
import { isOverdue, standingOf } from './plan-due.ts';
import { readPlan } from './plan-file.ts';

/** When the log tells of the last one: the stick may be away. Looked up once; the log is long. */
async function lastNoted({ backup }: StationState, open: OpenStation): Promise<string | null> {
  backup.madeAt ??= await findLastAt(open.store.read, 'backup.made');
  return backup.madeAt;
}

const lastRefusal = ({ backup }: StationState): LateBackup['failed'] => backup.failed?.refusal ?? null;

/** What the desk says where the plan's backup did not come; null where it did, or where there is no plan. */
export async function lateBackup(state: StationState, open: OpenStation): Promise<LateBackup | null> {
  const plan = await readPlan(state.options.folder);
  if (!plan.ok || plan.value.folder === null) return null;
  const standing = await standingOf(state, open, plan.value);
  if (!isOverdue(plan.value, standing)) return null;
  const { folderThere, backups } = standing;
  const [newest] = backups;
  return {
    since: newest === undefined ? await lastNoted(state, open) : newest.manifest.madeAt,
    folderThere,
    failed: folderThere ? lastRefusal(state) : null,
  };
}
