import type { CopyProgress } from '../../contract/backup.ts';
import type { Refusal } from '../../policy/refusal.ts';

/** What a running station remembers of its backups. */
export interface BackupWork {
  running: CopyProgress | null;
  cancelled: boolean;
  /** Why the last one came to nothing. */
  failed: { readonly at: string; readonly refusal: Refusal } | null;
  /** When the last one was noted in the log; null where none is near its end, undefined before anybody looked. */
  madeAt: string | null | undefined;
  /** Entries of the log just after the last one was noted there. */
  notedAt: number | null;
}

export function noBackupWork(): BackupWork {
  return { running: null, cancelled: false, failed: null, madeAt: undefined, notedAt: null };
}

/** Looks on while something is copied, for whoever asks. */
export function watchOf(work: BackupWork): {
  progress(bytes: number): void;
  cancelled(): boolean;
  phase(phase: CopyProgress['phase'], total: number): void;
} {
  return {
    progress: (more) => {
      if (work.running !== null) work.running = { ...work.running, bytes: work.running.bytes + more };
    },
    cancelled: () => work.cancelled,
    phase: (phase, total) => {
      work.running = { phase, bytes: 0, total };
    },
  };
}
