import type { KeyringFate } from './keys/recovery-keyring.ts';
import type { Sources } from './state.ts';

export interface RecoverOptions extends Sources {
  /** The station folder. */
  readonly folder: string;
  /** The SQLite addon, where the host cannot find it by itself. */
  readonly addon?: unknown;
}

export interface Recovering {
  /** Sign-in name of a chief of this station. */
  readonly name: string;
  /** As typed from the paper. */
  readonly recoveryKey: string;
  /** Where the recovery files are. */
  readonly recoveryFolder: string;
  /** The new one. */
  readonly passphrase: string;
}

export interface Recovered {
  readonly person: { readonly name: string; readonly displayName: string };
  readonly keyring: KeyringFate;
  /** Number of the entry that tells of it. */
  readonly entry: number;
  /** Sign-in names of others who have no slot in the keyring. */
  readonly withoutSlot: readonly string[];
}
