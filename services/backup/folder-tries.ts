// What is asked of a folder that may be dead: a share that came back answers whoever asks anew, and nobody who asked before.
import type { StationOptions } from '../state.ts';
import type { BackupWork, FolderTry } from './backup-work.ts';
import { inTime, patienceOf } from './in-time.ts';

export interface Trying {
  readonly backup: Pick<BackupWork, 'asked' | 'waiting'>;
  readonly options: Pick<StationOptions, 'clock' | 'folderPatience'>;
}

/** Milliseconds after which one that is not answered is not the last: it is asked anew beside it. */
const ANEW_MS = 60_000;
/** Four threads read files, and each question that hangs holds one: the station itself needs the last. */
const MOST = 3;
const MOST_OF_ONE = 2;

/** Whether it is young enough that nobody asks anew. */
export function isFresh({ options }: Trying, { since }: { readonly since: number }): boolean {
  return Math.abs(options.clock.now().getTime() - since) < ANEW_MS;
}

export function mayTry({ backup: { waiting } }: Trying, folder: string): boolean {
  return waiting.size < MOST && [...waiting].filter((one) => one.folder === folder).length < MOST_OF_ONE;
}

/** Asks a folder; null where so much hangs that nothing more may. */
export function tryAt<T>(trying: Trying, folder: string, ask: () => Promise<T>): FolderTry<T> | null {
  if (!mayTry(trying, folder)) return null;
  const { waiting } = trying.backup;
  const answer = ask().finally(() => waiting.delete(begun));
  const begun = { folder, since: trying.options.clock.now().getTime(), answer };
  waiting.add(begun);
  return begun;
}

/** Ends when something that folders were asked is answered: what only takes its moment makes room, what hangs is waited for as long as anybody waits. */
export async function roomForOne({ backup, options }: Trying): Promise<void> {
  await inTime(
    Promise.race([...backup.waiting].map(({ answer }) => answer.catch(() => undefined))),
    patienceOf(options),
  );
}

/** A carrier that had to be left behind in a folder counts as a question without an answer, until it is gone. */
export function noteHanging({ backup: { waiting }, options }: Trying, folder: string, gone: Promise<void>): void {
  const hanging = { folder, since: options.clock.now().getTime(), answer: gone };
  waiting.add(hanging);
  void gone.then(() => waiting.delete(hanging));
}
