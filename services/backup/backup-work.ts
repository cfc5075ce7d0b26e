import type { CopyProgress } from '../../contract/backup.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { Backup } from './manifest.ts';

/** The folder of a plan, as it was seen. */
export interface SeenFolder {
  readonly folder: string;
  readonly there: boolean;
  /** It has not answered in time, so nobody knows whether it is there. */
  readonly silent: boolean;
  /** The newest first. */
  readonly backups: readonly Backup[];
  /** Something lies there that was broken off. */
  readonly parts: boolean;
  /** Milliseconds. */
  readonly at: number;
}

export interface Looking {
  readonly folder: string;
  readonly since: number;
  /** Another one hangs there. */
  readonly anew: boolean;
  readonly seen: Promise<SeenFolder>;
}

/** What was broken off is being taken away. */
interface Clearing {
  /** Ends when it has stopped; what it left goes later. */
  stop(): Promise<void>;
}

/** Something that a folder was asked, and has not answered yet. */
export interface FolderTry<T> {
  readonly folder: string;
  /** Milliseconds. */
  readonly since: number;
  readonly answer: Promise<T>;
}

/** What a running station remembers of its backups. */
export interface BackupWork {
  /** A station is being brought back here; ends when that does. Null where none is. */
  restoring: Promise<void> | null;
  /** A backup, or a station that comes back. */
  running: CopyProgress | null;
  cancelled: boolean;
  /** The folder stopped answering once the last one stood there. */
  died: boolean;
  /** Beside it no backup is made: that stops it first. */
  clearing: Clearing | null;
  /** Why the last one came to nothing. */
  failed: { readonly at: string; readonly refusal: Refusal } | null;
  /** The last person left, and the one that was to be made then was not. */
  leftWithout: boolean;
  /** When the last one was noted in the log; null where none is near its end, undefined before anybody looked. */
  madeAt: string | null | undefined;
  /** Entries of the log just after the last one was noted there. */
  notedAt: number | null;
  seen: SeenFolder | null;
  /** How many looks into a folder were begun, and which of them is the newest whose finding counts. */
  looks: number;
  seenTurn: number;
  /** The look that goes on, since when in milliseconds: whoever asks waits for the same one. */
  looking: Looking | null;
  /** Folders that are being asked whether they are there, the newest time. */
  readonly asked: Map<string, FolderTry<boolean>>;
  /** All that folders were asked and have not answered. */
  readonly waiting: Set<FolderTry<unknown>>;
}

export function noBackupWork(): BackupWork {
  return {
    ...{
      restoring: null,
      running: null,
      died: false,
      clearing: null,
      cancelled: false,
      failed: null,
      leftWithout: false,
      madeAt: undefined,
      notedAt: null,
    },
    ...{ seen: null, looks: 0, seenTurn: 0, looking: null, asked: new Map(), waiting: new Set() },
  };
}

/** Looks on while something is copied, for whoever asks. */
export function watchOf(work: BackupWork): {
  progress(bytes: number): void;
  cancelled(): boolean;
  died(): void;
  phase(phase: CopyProgress['phase'], total: number): void;
} {
  return {
    progress: (more) => {
      if (work.running !== null) work.running = { ...work.running, bytes: work.running.bytes + more };
    },
    cancelled: () => work.cancelled,
    died: () => {
      work.died = true;
    },
    phase: (phase, total) => {
      work.running = { phase, bytes: 0, total };
    },
  };
}
