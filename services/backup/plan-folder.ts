// The folder of the plan may be a share or a stick that hangs: what was seen there is kept for whoever cannot wait.
import type { StationState } from '../state.ts';
import type { FolderTry, Looking, SeenFolder } from './backup-work.ts';
import { isFresh, mayTry, roomForOne, tryAt, type Trying } from './folder-tries.ts';
import { inTime, patienceOf } from './in-time.ts';
import { isFolder, listBackups, listParts, rootOf } from './places.ts';

/** Milliseconds for which what was seen is good enough. */
const RENEW_MS = 60_000;

/** The question whether it is there that goes on, or a new one where that has waited long; null where none may be asked. */
function asking(trying: Trying, folder: string): FolderTry<boolean> | null {
  const { asked } = trying.backup;
  const present = asked.get(folder);
  if (present !== undefined && (isFresh(trying, present) || !mayTry(trying, folder))) return present;
  const begun = tryAt(trying, folder, () =>
    isFolder(folder).finally(() => {
      if (asked.get(folder) === begun) asked.delete(folder);
    }),
  );
  if (begun !== null) asked.set(folder, begun);
  return begun;
}

/** Whether it is there; null where so much hangs that it cannot be asked. */
async function isThere(trying: Trying, folder: string): Promise<boolean | null> {
  const begun = asking(trying, folder);
  if (begun !== null) return begun.answer;
  await roomForOne(trying);
  return asking(trying, folder)?.answer ?? null;
}

/** Why a folder cannot be used: it is not there, or it has not answered in time; null where it can. */
export async function whyNoFolder(
  trying: Trying,
  folder: string,
  patience = patienceOf(trying.options),
): Promise<'place-gone' | 'place-silent' | null> {
  const there = await inTime(isThere(trying, folder), patience);
  if (there === null) return 'place-silent';
  return there ? null : 'place-gone';
}

const silentFolder = (folder: string, at: number): SeenFolder => ({
  ...{ folder, there: false, silent: true },
  ...{ backups: [], parts: false, at },
});

type Inside = Pick<SeenFolder, 'backups' | 'parts'>;
const NOTHING: Inside = { backups: [], parts: false };

async function listInside(root: string): Promise<Inside> {
  return { backups: await listBackups(root), parts: (await listParts(root)).length > 0 };
}

async function readFolder(state: StationState, ori: string, folder: string): Promise<SeenFolder> {
  const there = await isThere(state, folder);
  const inside = there === true ? await tryAt(state, folder, () => listInside(rootOf(folder, ori)))?.answer : NOTHING;
  const at = state.options.clock.now().getTime();
  if (there === null || inside === undefined) return silentFolder(folder, at);
  return { folder, there, silent: false, ...inside, at };
}

/** Looks into it, as long as that takes. Of two looks the one that began later is kept. */
async function lookInto(state: StationState, ori: string, folder: string): Promise<SeenFolder> {
  const { backup } = state;
  backup.looks += 1;
  const turn = backup.looks;
  const seen = await readFolder(state, ori, folder);
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

/** It died while something was brought to it: what was seen of it before is not so any more. */
export function seeSilent(state: StationState, folder: string): void {
  forgetSeen(state);
  state.backup.seen = silentFolder(folder, state.options.clock.now().getTime());
}

function of<T extends { readonly folder: string }>(folder: string, one: T | null): T | null {
  return one?.folder === folder ? one : null;
}

/** The look that goes on there, or a new one: none goes on, or it has waited so long that a new one may fare better. */
function lookingInto(state: StationState, ori: string, folder: string): Looking {
  const { backup, options } = state;
  const present = of(folder, backup.looking);
  if (present !== null && (isFresh(state, present) || !mayTry(state, folder))) return present;
  const seen = lookInto(state, ori, folder).finally(() => {
    if (backup.looking === begun) backup.looking = null;
  });
  const begun = { folder, since: options.clock.now().getTime(), anew: present !== null, seen };
  backup.looking = begun;
  return begun;
}

/** What is there, as seen now; `silent` where it does not answer in time. Who asks again meanwhile waits no longer. */
export async function lookInTime(
  state: StationState,
  { ori, folder }: { readonly ori: string; readonly folder: string },
  patience: number,
): Promise<SeenFolder> {
  const { clock } = state.options;
  const { since, seen } = lookingInto(state, ori, folder);
  const waited = Math.abs(clock.now().getTime() - since);
  const found = await inTime(seen, Math.max(0, patience - waited));
  return found ?? silentFolder(folder, clock.now().getTime());
}

/** What is known of it without waiting, null where nothing is; it is looked into aside where that is old. */
export function seenOf(state: StationState, ori: string, folder: string): SeenFolder | null {
  const { backup, options } = state;
  const now = options.clock.now().getTime();
  const [seen, looking] = [of(folder, backup.seen), of(folder, backup.looking)];
  if (looking === null && seen !== null && Math.abs(now - seen.at) < RENEW_MS) return seen;
  const { since, anew, seen: found } = lookingInto(state, ori, folder);
  found.catch(() => undefined);
  return anew || now - since > patienceOf(options) ? silentFolder(folder, now) : seen;
}
