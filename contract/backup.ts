import { z } from 'zod';
import type { Refusal } from '../policy/refusal.ts';

const count = z.number().int().min(0);
const path = z.string().min(1).max(4_096);

/** Where backups go, when they are made and which are kept. `folder` null: none are made by themselves. */
export const backupPlanInput = z.strictObject({
  folder: path.nullable(),
  /** Hours between two; 0: only when asked for, or on leaving. */
  everyHours: count.max(168),
  /** As the last person signs out, and as the program ends. */
  onLeaving: z.boolean(),
  /** The newest backup of so many days, weeks and months is kept. */
  days: count.min(1).max(366),
  weeks: count.max(104),
  months: count.max(120),
});
export type BackupPlan = Readonly<z.output<typeof backupPlanInput>>;

/** `folder` null: where the plan says. */
export const backupRunInput = z.strictObject({ folder: path.nullable() });

export interface BackupLine {
  /** Name of its folder: the moment it was made. */
  readonly name: string;
  readonly path: string;
  readonly madeAt: string;
  /** Entries of the log in it. */
  readonly entries: number;
  readonly bytes: number;
}

export interface MadeBackup extends BackupLine {
  /** What was looked at in the copy before it counted. */
  readonly checked: readonly string[];
  /** Names of older ones that went: the rule does not keep them, or a newer one has to take their place. */
  readonly dropped: readonly string[];
}

export interface CopyProgress {
  /** `trying`: whether the folder answers; `bringing`: from the station's own disk to it, and read back there. */
  readonly phase: 'trying' | 'copying' | 'checking' | 'bringing' | 'settling';
  readonly bytes: number;
  readonly total: number;
}

export interface BackupState {
  readonly plan: BackupPlan;
  /** Backups in the folder of the plan, the newest first; empty where it is not there. */
  readonly backups: readonly BackupLine[];
  readonly folderThere: boolean;
  /** It does not answer, so nobody knows whether it is there. */
  readonly folderSilent: boolean;
  /** The plan asks for one that is not there. */
  readonly overdue: boolean;
  readonly running: CopyProgress | null;
  /** Why the last one came to nothing. */
  readonly failed: { readonly at: string; readonly refusal: Refusal } | null;
}

/** The plan's backup did not come, or cannot. */
export interface LateBackup {
  /** When the newest was made, as its folder or the log tells; null where neither does. */
  readonly since: string | null;
  /** False where only the folder is not there, and the next one is not late yet. */
  readonly overdue: boolean;
  /** As it was last seen; true where it was not looked into yet. */
  readonly folderThere: boolean;
  /** It does not answer, so nobody knows whether it is there. */
  readonly folderSilent: boolean;
  /** Why the last one came to nothing, where that is known. */
  readonly failed: Refusal | null;
}

export const restoreLookInput = z.strictObject({ path });

/** A station whose backups lie in a place. */
export interface FoundBackups {
  readonly station: { readonly name: string; readonly ori: string };
  readonly backups: readonly BackupLine[];
}

export const restoreRunInput = z.strictObject({
  /** The backup's own folder, or one above it: then the newest is taken. */
  path,
  recoveryFolder: path,
  recoveryKey: z.string().max(200),
  /** Sign-in name of a chief of that station, and the passphrase that is new. */
  name: z.string().min(1).max(120),
  passphrase: z.string().max(1_000),
  /** What happened; the first entry of the new log tells it. */
  reason: z.string().trim().min(1).max(2_000),
  /** Entries are known that this backup lacks, and they are given up. */
  newerIsLost: z.boolean(),
  /** The check finds something in it, and it is taken all the same. */
  asItIs: z.boolean(),
});

export interface RestoredStation {
  readonly station: { readonly name: string; readonly ori: string };
  readonly person: { readonly name: string; readonly displayName: string };
  readonly madeAt: string;
  /** Entries of the log that came back. */
  readonly entries: number;
  /** Entries that are known to be lost; more may be. */
  readonly missing: number;
  /** Orders of a court that were carried out once more. */
  readonly orders: number;
  /** Sign-in names of others, who sign in once the chief has. */
  readonly withoutSlot: readonly string[];
}
