// What main and the station process say to each other. Both ends are ours; pages never reach this port.
import type { CopyProgress } from '../../contract/backup.ts';
import type { ImportProgress } from '../../contract/exchange.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { FaultReport, WindowRules } from '../../services/state.ts';

/** Sent first and once. */
export interface StationInit {
  readonly kind: 'init';
  readonly folder: string;
  readonly addonPath: string;
  /** Whether the system's key store may be asked; false keeps to passphrases. */
  readonly systemGuard: boolean;
  readonly suggestedRecoveryFolder: string;
  readonly version: string;
}

/** What main's key store does for the station: says whether it protects, wraps, unwraps. */
export type KeyWork = { readonly act: 'protects' } | { readonly act: 'wrap' | 'unwrap'; readonly bytes: Uint8Array };

export type KeyAnswer = { readonly ok: true; readonly value: boolean | Uint8Array } | { readonly ok: false };

export type ToStation =
  | StationInit
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly client: string;
      readonly name: string;
      readonly input: unknown;
    }
  | { readonly kind: 'key-answer'; readonly id: number; readonly answer: KeyAnswer }
  /** While it closes: without the backup that runs. */
  | { readonly kind: 'give-up-backup' }
  | { readonly kind: 'close' };

export type FromStation =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'progress'; readonly client: string; readonly progress: ImportProgress }
  | { readonly kind: 'window-rules'; readonly rules: WindowRules }
  | { readonly kind: 'key'; readonly id: number; readonly work: KeyWork }
  /** It is closing and still at work: a backup on leaving takes longer than a file that is closed. */
  | { readonly kind: 'busy'; readonly backup: CopyProgress | null }
  | { readonly kind: 'fault'; readonly fault: FaultReport }
  /** `failed`: why the backup on leaving was not made; null where it was, or none was due. */
  | { readonly kind: 'closed'; readonly failed: Refusal | null };
