import type { UtilityProcess } from 'electron';
import type { CopyProgress } from '../../contract/backup.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { ToStation } from '../station/messages.ts';

/** The check of a large table says nothing meanwhile; whoever is at the window can leave without the backup. */
const BACKUP_PATIENCE = 120_000;

/** A station process, and who hears what it says as it closes. */
export interface Closable {
  child: UtilityProcess | null;
  closing: boolean;
  closed: (failed: Refusal | null) => void;
  busy: (backup: CopyProgress | null) => void;
  gaveUp: () => void;
}

/** Before it closes nobody does. */
export function closable(): Closable {
  return { child: null, closing: false, closed: () => undefined, busy: () => undefined, gaveUp: () => undefined };
}

function post({ child }: Closable, message: ToStation): void {
  child?.postMessage(message);
}

/**
 * Lets it finish, and ends it where it says nothing for `milliseconds`, or for longer while a backup runs. Answers why
 * that was not made; null where it was, or none was due.
 */
export async function closeStation(
  running: Closable,
  milliseconds: number,
  watch: (backup: CopyProgress) => void,
): Promise<Refusal | null> {
  running.closing = true;
  const { child } = running;
  if (child === null) return null;
  let timer: NodeJS.Timeout | undefined;
  const failed = await new Promise<Refusal | null>((resolve) => {
    const wait = (patience: number): void => {
      clearTimeout(timer);
      timer = setTimeout(resolve, patience, null);
    };
    wait(milliseconds);
    running.busy = (backup) => {
      wait(backup === null ? milliseconds : BACKUP_PATIENCE);
      if (backup !== null) watch(backup);
    };
    running.gaveUp = () => {
      wait(milliseconds);
    };
    running.closed = resolve;
    post(running, { kind: 'close' });
  });
  clearTimeout(timer);
  child.kill();
  return failed;
}

/** From here on it is not waited for because it is busy. */
export function giveUpBackup(running: Closable): void {
  running.busy = () => undefined;
  running.gaveUp();
  post(running, { kind: 'give-up-backup' });
}
