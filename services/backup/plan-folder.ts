// The folder of the plan may be a share or a stick that hangs: what was seen there is kept for whoever cannot wait.
import type { StationState } from '../state.ts';
import type { SeenFolder } from './backup-work.ts';
import { isFolder, listBackups, rootOf } from './places.ts';

/** Milliseconds for which what was seen is good enough. */
const RENEW_MS = 60_000;
/** A folder that has not answered for so many milliseconds is not there. */
const HANGS_MS = 10_000;

/** Looks into it, as long as that takes. Of two looks the one that began later is kept. */
export async function lookInto({ backup, options }: StationState, ori: string, folder: string): Promise<SeenFolder> {
  backup.looks += 1;
  const turn = backup.looks;
  const there = await isFolder(folder);
  const backups = there ? await listBackups(rootOf(folder, ori)) : [];
  const seen = { folder, there, backups, at: options.clock.now().getTime() };
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
}

function of<T extends { readonly folder: string }>(folder: string, one: T | null): T | null {
  return one?.folder === folder ? one : null;
}

function lookAside(state: StationState, ori: string, folder: string): void {
  const { backup, options } = state;
  const begun = { folder, since: options.clock.now().getTime() };
  const over = (): void => {
    if (backup.looking === begun) backup.looking = null;
  };
  backup.looking = begun;
  void lookInto(state, ori, folder).then(over, over);
}

/** What is known of it without waiting, null where nothing is; it is looked into aside where that is old. */
export function seenOf(state: StationState, ori: string, folder: string): SeenFolder | null {
  const { backup, options } = state;
  const now = options.clock.now().getTime();
  const [seen, looking] = [of(folder, backup.seen), of(folder, backup.looking)];
  if (looking !== null) return now - looking.since > HANGS_MS ? { folder, there: false, backups: [], at: now } : seen;
  if (seen !== null && Math.abs(now - seen.at) < RENEW_MS) return seen;
  lookAside(state, ori, folder);
  return seen;
}
