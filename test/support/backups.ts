// A place for backups, and a machine that lost everything but them.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RestoredStation } from '../../contract/backup.ts';
import type { CallInput } from '../../contract/calls.ts';
import type { Reply } from '../../contract/reply.ts';
import type { StationOptions } from '../../services/state.ts';
import { openTestStation, type NewTestStation, type TestStation } from './station.ts';
import { numberedFolder } from './numbered-folder.ts';

/** The passphrase that a restoring sets. */
export const RESTORED = 'nine grey kettles on the stair';

export interface Stick {
  readonly folder: string;
  remove(): void;
}

export function newStick(): Stick {
  const folder = numberedFolder('sallyport-stick');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function planInto(folder: string, more: Partial<CallInput<'backup.plan'>> = {}): CallInput<'backup.plan'> {
  return { folder, everyHours: 24, onLeaving: false, days: 14, weeks: 8, months: 12, ...more };
}

export interface EmptyMachine {
  readonly desk: TestStation;
  restore(path: string, more?: Partial<CallInput<'restore.run'>>): Promise<Reply<RestoredStation>>;
  /** Signs the chief in with the new passphrase. */
  signIn(): Promise<void>;
}

/** A new machine in whose hands are the paper and the recovery files of a station, and nothing else. */
export async function emptyMachine(
  lost: Pick<NewTestStation, 'recoveryFolder' | 'recoveryKey'>,
  more: Partial<StationOptions> = {},
): Promise<EmptyMachine> {
  const desk = await openTestStation(join(numberedFolder('sallyport-new'), 'station'), more);
  const { recoveryFolder, recoveryKey } = lost;
  return {
    desk,
    restore: (path, given = {}) =>
      desk.call('restore.run', {
        ...{ path, recoveryFolder, recoveryKey, name: 'chief', passphrase: RESTORED },
        ...{ reason: 'The machine burned.', newerIsLost: false, asItIs: false, ...given },
      }),
    signIn: async () => {
      await desk.done('session.signIn', { name: 'chief', passphrase: RESTORED });
    },
  };
}
