// What main and the station process say to each other. Both ends are ours; pages never reach this port.
import type { CopyProgress } from '../../contract/backup.ts';
import type { ImportProgress } from '../../contract/exchange.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { FromCarrier, ToCarrier } from '../../services/backup/carrier-messages.ts';
import type { FaultReport, WindowRules, WrittenBeside } from '../../services/state.ts';

/** Sent first and once. */
export interface StationInit {
  readonly kind: 'init';
  readonly folder: string;
  readonly writtenBeside: WrittenBeside;
  readonly addonPath: string;
  /** Whether the system's key store may be asked; false keeps to passphrases. */
  readonly systemGuard: boolean;
  readonly suggestedRecoveryFolder: string;
  readonly version: string;
}

/** What main's key store does for the station: says whether it protects, wraps, unwraps. */
export type KeyWork = { readonly act: 'protects' } | { readonly act: 'wrap' | 'unwrap'; readonly bytes: Uint8Array };

export type KeyAnswer = { readonly ok: true; readonly value: boolean | Uint8Array } | { readonly ok: false };

/** Main alone can start a process for the station: it hands on what the two say to each other. `id` is the carrier's. */
export type ToCarrierVia =
  | { readonly kind: 'carrier-start' | 'carrier-kill'; readonly id: number }
  | { readonly kind: 'carrier-ask'; readonly id: number; readonly message: ToCarrier };

export type FromCarrierVia =
  | { readonly kind: 'carrier-said'; readonly id: number; readonly message: FromCarrier }
  | { readonly kind: 'carrier-ended'; readonly id: number };

export type ToStation =
  | StationInit
  | FromCarrierVia
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
  | ToCarrierVia
  /** It is closing and still at work: a backup on leaving takes longer than a file that is closed. */
  | { readonly kind: 'busy'; readonly backup: CopyProgress | null }
  | { readonly kind: 'fault'; readonly fault: FaultReport }
  /** `failed`: why the backup on leaving was not made; null where it was, or none was due. */
  | { readonly kind: 'closed'; readonly failed: Refusal | null };

/** Both ends know their part of it by its name. */
export function isOfCarrier<M extends { readonly kind: string }>(
  message: M,
): message is Extract<M, ToCarrierVia | FromCarrierVia> {
  return message.kind.startsWith('carrier-');
}
