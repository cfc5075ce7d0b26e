import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { backupPlanInput, type BackupPlan } from '../../contract/backup.ts';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { isThere, readJsonFile, replaceFile } from '../keys/safe-files.ts';

const FILE = 'backup-plan.json';
const planFile = z.strictObject({ format: z.literal(1), plan: backupPlanInput });

/** Until somebody says otherwise: nothing by itself, for nobody named a place. */
const FIRST_PLAN: BackupPlan = {
  folder: null,
  everyHours: 24,
  onLeaving: true,
  days: 14,
  weeks: 8,
  months: 12,
};

/** The plan is of this machine, whose sticks and drives it names, so it lies beside the records and in no backup. */
export async function readPlan(folder: string): Promise<Outcome<BackupPlan>> {
  const read = await readJsonFile(join(folder, FILE));
  if (!read.ok) return read;
  if (read.value === null) return good(FIRST_PLAN);
  const parsed = planFile.safeParse(read.value);
  return parsed.success ? good(parsed.data.plan) : bad('unreadable-file', { params: { file: FILE, why: 'damaged' } });
}

export async function writePlan(folder: string, plan: BackupPlan): Promise<void> {
  await replaceFile(join(folder, FILE), `${JSON.stringify({ format: 1, plan }, null, 2)}\n`);
}

/** What puts the plan back as it lies now, damaged or not there as it may be; where it still lies so, nothing is written. */
export async function keepOldPlan(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, FILE);
  const lying = async (): Promise<string | null> => ((await isThere(file)) ? readFile(file, 'utf8') : null);
  const old = await lying();
  return async () => {
    if ((await lying()) === old) return;
    await (old === null ? rm(file, { force: true }) : replaceFile(file, old));
  };
}
