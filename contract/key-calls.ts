import { entry, nothing } from './call.ts';
import { changeKeyInput, type ChangedKey, type StationKeys } from './keys.ts';

/** The keys that sign for the station. */
export const KEY_CALLS = {
  'key.list': entry(['chief', 'auditor', 'administrator'], nothing),
  'key.change': entry(['chief'], changeKeyInput),
} as const;

export interface KeyOutputs {
  'key.list': StationKeys;
  'key.change': ChangedKey;
}
