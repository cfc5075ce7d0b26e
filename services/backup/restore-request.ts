import type { z } from 'zod';
import type { restoreRunInput } from '../../contract/backup.ts';
import type { CopyWatch } from '../../db/copy.ts';
import type { Sources } from '../state.ts';
import type { PlaceOptions } from './places-by-carrier.ts';

export type Restoring = Readonly<z.output<typeof restoreRunInput>>;

export interface RestoreOptions extends Sources, PlaceOptions {
  /** The station folder; it holds no station. */
  readonly folder: string;
  /** The SQLite addon, where the host cannot find it by itself. */
  readonly addon?: unknown;
}

export type RestoreWatch = CopyWatch & { phase(phase: 'copying' | 'checking' | 'settling', total: number): void };
