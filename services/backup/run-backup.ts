import type { BackupPlan, MadeBackup } from '../../contract/backup.ts';
import type { Reply } from '../../contract/reply.ts';
import { lastSeq } from '../../db/ledger/reader.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { stamp } from '../clock.ts';
import { bad } from '../keys/outcome.ts';
import { logRefusal } from '../log-refusal.ts';
import { coverBy } from '../record.ts';
import { done, refuse, refused } from '../reply.ts';
import type { OpenStation, StationState } from '../state.ts';
import { whenFree } from '../when-free.ts';
import { watchOf } from './backup-work.ts';
import { leavingPatienceOf, patienceOf } from './in-time.ts';
import { makeBackup } from './make-backup.ts';
import { forgetSeen, seeSilent, whyNoFolder } from './plan-folder.ts';

/** Why it is made: somebody asked, the plan says so, the last person leaves, older ones have to be replaced. */
export type BackupCause = 'asked' | 'planned' | 'leaving' | 'replacing';

export interface Wanted {
  readonly open: OpenStation;
  readonly folder: string;
  readonly plan: BackupPlan;
  readonly cause: BackupCause;
  /** Id of the person who asked; the station itself otherwise. */
  readonly actor: string;
}

/** Who stands in the log for a backup that nobody asked for. */
export const BY_ITSELF = 'station';

/** The entry says that there is a backup, of how many entries and why; its folder and the stick are nobody's business. */
async function note(state: StationState, { open, cause, actor }: Wanted, made: MadeBackup): Promise<void> {
  const { name, entries, bytes } = made;
  const scribe = { sources: state.options, log: open.station.logOrigin, actor };
  const backup = { backup: name, entries, bytes, cause };
  await open.store.transaction((tx) => coverBy(tx, scribe, { type: 'backup.made', disclosures: { backup } }));
  state.backup.madeAt = stamp(state.options.clock.now());
  state.backup.notedAt = (await lastSeq(open.store.read)) + 1;
}

function noteFailure(state: StationState, { folder, cause }: Wanted, refusal: Refusal): void {
  const { options, backup: work } = state;
  if (refusal.code !== 'cancelled') {
    work.failed = { at: stamp(options.clock.now()), refusal };
    work.leftWithout ||= cause === 'leaving';
  }
  if (refusal.params?.['why'] === 'place-died') seeSilent(state, folder);
}

async function makeOne(state: StationState, wanted: Wanted): Promise<Reply<MadeBackup>> {
  const { options, backup: work } = state;
  const { open, folder, plan, cause } = wanted;
  const patience = cause === 'leaving' ? leavingPatienceOf(options) : patienceOf(options);
  const why = await whyNoFolder(state, folder, patience);
  const made =
    why === null
      ? await makeBackup(state, { options, open, folder, rule: plan, watch: watchOf(work) })
      : bad('wrong-value', { field: 'folder', params: { why } });
  if (!made.ok) {
    noteFailure(state, wanted, made.refusal);
    return refused(made.refusal);
  }
  work.failed = null;
  work.leftWithout = false;
  if (work.died) seeSilent(state, folder);
  else forgetSeen(state);
  await whenFree(state, () => note(state, wanted, made.value));
  return done(made.value);
}

/** Makes a backup and writes into the log that there is one. One at a time. */
export async function runBackup(state: StationState, wanted: Wanted): Promise<Reply<MadeBackup>> {
  const { backup: work } = state;
  if (wanted.open.logTrouble !== null) return refused(logRefusal(wanted.open.logTrouble));
  if (work.running !== null) return refuse('wrong-value', { field: 'folder', params: { why: 'backup-runs' } });
  work.cancelled = false;
  work.died = false;
  work.running = { phase: 'trying', bytes: 0, total: 0 };
  try {
    await work.clearing?.stop();
    return await makeOne(state, wanted);
  } finally {
    work.running = null;
  }
}
