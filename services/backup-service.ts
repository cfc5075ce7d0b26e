import type { z } from 'zod';
import type { BackupPlan, BackupState, MadeBackup, backupPlanInput, backupRunInput } from '../contract/backup.ts';
import type { Reply } from '../contract/reply.ts';
import { lineOf } from './backup/manifest.ts';
import { isOverdue, standingOf } from './backup/plan-due.ts';
import { whyNoFolder } from './backup/plan-folder.ts';
import { keepOldPlan, readPlan, writePlan } from './backup/plan-file.ts';
import { runBackup } from './backup/run-backup.ts';
import { liesWithin } from './keys/lies-within.ts';
import { writeRefusal } from './keys/safe-files.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import type { StationState } from './state.ts';
import { textRefusals } from './text-refusals.ts';

/** The plan, what lies in its folder, and what runs. */
export async function getBackups({ state, open }: Member): Promise<Reply<BackupState>> {
  const plan = await readPlan(state.options.folder);
  if (!plan.ok) return refused(plan.refusal);
  const standing = await standingOf(state, open, plan.value);
  const { running, failed } = state.backup;
  return done({
    plan: plan.value,
    backups: standing.backups.map(lineOf),
    folderThere: standing.folderThere,
    folderSilent: standing.folderSilent,
    overdue: isOverdue(plan.value, standing),
    running,
    failed,
  });
}

async function folderRefused(state: StationState, folder: string | null): Promise<Reply<never> | null> {
  if (folder === null) return null;
  const told = textRefusals(folder, 'folder', 'file-name');
  if (told.length > 0) return refused(...told);
  const wrong = (why: string): Reply<never> => refuse('wrong-value', { field: 'folder', params: { why } });
  const why = await whyNoFolder(state, folder);
  if (why !== null) return wrong(why);
  return (await liesWithin(folder, state.options.folder)) ? wrong('records-folder') : null;
}

/** Says where backups go, when they are made and which are kept. */
export async function planBackups(member: Member, plan: z.output<typeof backupPlanInput>): Promise<Reply<BackupPlan>> {
  const { folder } = member.state.options;
  const no = await folderRefused(member.state, plan.folder);
  if (no !== null) return no;
  const { everyHours, onLeaving, days, weeks, months } = plan;
  const told = { everyHours, onLeaving, days, weeks, months, byItself: plan.folder !== null };
  let putBack = (): Promise<void> => Promise.resolve();
  try {
    putBack = await keepOldPlan(folder);
    // Where the file cannot be written, the log does not say that it was; nor does it stay where the log cannot.
    await member.open.store.transaction(async (tx) => {
      await cover(tx, member, { type: 'backup.planned', disclosures: { plan: told } });
      await writePlan(folder, plan);
    });
  } catch (fault) {
    await putBack();
    const no = writeRefusal(fault, 'folder');
    if (no === undefined) throw fault;
    return refused(no.refusal);
  }
  return done(plan);
}

/** Makes one now, in the folder of the plan or in another one. */
export async function makeBackupNow(
  { state, open, person }: Member,
  input: z.output<typeof backupRunInput>,
): Promise<Reply<MadeBackup>> {
  const plan = await readPlan(state.options.folder);
  if (!plan.ok) return refused(plan.refusal);
  const folder = input.folder ?? plan.value.folder;
  if (folder === null) return refuse('missing-value', { field: 'folder' });
  return runBackup(state, { open, folder, plan: plan.value, cause: 'asked', actor: person.id });
}

/** Ends the one that runs; nothing of it is left. */
export function cancelBackup({ state }: Member): Promise<Reply<{ readonly cancelled: boolean }>> {
  const { backup } = state;
  backup.cancelled = backup.running !== null;
  return Promise.resolve(done({ cancelled: backup.cancelled }));
}
