// The folder of the plan may be a share or a stick that hangs: what was seen there is kept for whoever cannot wait.
import type { StationState } from '../state.ts';
import type { BackupWork, Looking, SeenFolder } from './backup-work.ts';
import { inTime, patienceOf, type Patience } from './in-time.ts';
import { isFolder, listBackups, rootOf } from './places.ts';

/** Milliseconds for which what was seen is good enough. */
const RENEW_MS = 60_000;

/** Why a folder cannot be used: it is not there, or it has not answered in time; null where it can. */
export async function whyNoFolder(
  { backup, options }: { readonly backup: Pick<BackupWork, 'asked'>; readonly options: Patience },
  folder: string,
): Promise<'place-gone' | 'place-silent' | null> {
  const { asked } = backup;
  const asking = asked.get(folder) ?? isFolder(folder).finally(() => asked.delete(folder));
  asked.set(folder, asking);
  const there = await inTime(asking, patienceOf(options));
  if (there === null) return 'place-silent';
  return there ? null : 'place-gone';
}

/** Looks into it, as long as that takes. Of two looks the one that began later is kept. */
async function lookInto({ backup, options }: StationState, ori: string, folder: string): Promise<SeenFolder> {
  backup.looks += 1;
  const turn = backup.looks;
  const there = await isFolder(folder);
  const backups = there ? await listBackups(rootOf(folder, ori)) : [];
  const seen = { folder, there, silent: false, backups, at: options.clock.now().getTime() };
  if (turn > backup.seenTurn) {
    backup.seen = seen;
    backup.seenTurn = turn;
  }
  return seen;
}

/** A backup was made: what was seen before it, or is being looked at, is not so any more. */
export function forgetSeen({ backup }: StationState): void {
  backup.seen = null;
  backup.seenTurn = backup.looks;
  backup.looking = null;
}

function of<T extends { readonly folder: string }>(folder: string, one: T | null): T | null {
  return one?.folder === folder ? one : null;
}

/** The look that goes on there, or a new one: each that hangs holds one of the few threads that read files. */
function lookingInto(state: StationState, ori: string, folder: string): Looking {
  const { backup, options } = state;
  const present = of(folder, backup.looking);
  if (present !== null) return present;
  const seen = lookInto(state, ori, folder).finally(() => {
    if (backup.looking === begun) backup.looking = null;
  });
  const begun = { folder, since: options.clock.now().getTime(), seen };
  backup.looking = begun;
  return begun;
}

const silentFolder = (folder: string, at: number): SeenFolder => ({
  ...{ folder, there: false, silent: true },
  ...{ backups: [], at },
});

/** What is there, as seen now; `silent` where it does not answer in time. Who asks again meanwhile waits no longer. */
export async function lookInTime(state: StationState, ori: string, folder: string): Promise<SeenFolder> {
  const { clock } = state.options;
  const { since, seen } = lookingInto(state, ori, folder);
  const waited = Math.abs(clock.now().getTime() - since);
  const found = await inTime(seen, Math.max(0, patienceOf(state.options) - waited));
  return found ?? silentFolder(folder, clock.now().getTime());
}

/** What is known of it without waiting, null where nothing is; it is looked into aside where that is old. */
export function seenOf(state: StationState, ori: string, folder: string): SeenFolder | null {
  const { backup, options } = state;
  const now = options.clock.now().getTime();
  const [seen, looking] = [of(folder, backup.seen), of(folder, backup.looking)];
  if (looking !== null) return now - looking.since > patienceOf(options) ? silentFolder(folder, now) : seen;
  if (seen !== null && Math.abs(now - seen.at) < RENEW_MS) return seen;
  lookingInto(state, ori, folder).seen.catch(() => undefined);
  return seen;
}
