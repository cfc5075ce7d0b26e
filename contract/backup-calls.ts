// Calls about backups, and about bringing one back into a folder that holds no station yet.
import {
  backupPlanInput,
  backupRunInput,
  restoreLookInput,
  restoreRunInput,
  type BackupPlan,
  type BackupState,
  type CopyProgress,
  type FoundBackups,
  type MadeBackup,
  type RestoredStation,
} from './backup.ts';
import { entry, nothing } from './call.ts';

const KEEPERS = ['chief', 'administrator'] as const;

export const BACKUP_CALLS = {
  'backup.get': entry(KEEPERS, nothing),
  'backup.plan': entry(KEEPERS, backupPlanInput),
  'backup.run': entry(KEEPERS, backupRunInput),
  'backup.cancel': entry(KEEPERS, nothing),
  // Where a station stands already, the first two refuse, and the others find nothing that goes on.
  'restore.look': entry('anyone', restoreLookInput),
  'restore.run': entry('anyone', restoreRunInput),
  'restore.progress': entry('anyone', nothing),
  'restore.cancel': entry('anyone', nothing),
} as const;

export interface BackupOutputs {
  'backup.get': BackupState;
  'backup.plan': BackupPlan;
  'backup.run': MadeBackup;
  'backup.cancel': { readonly cancelled: boolean };
  'restore.look': FoundBackups;
  'restore.run': RestoredStation;
  'restore.progress': CopyProgress | null;
  'restore.cancel': { readonly cancelled: boolean };
}
