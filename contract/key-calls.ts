import { certifyKeyInput, ownRootInput, requestCertificateInput, type WrittenRequest } from './authority.ts';
import { entry, nothing } from './call.ts';
import { drillKeyInput, walkKeyInput, type DrilledKey } from './key-steps.ts';
import { changeKeyInput, type ChangedKey, type StationKeys } from './keys.ts';

/** The keys that sign for the station. */
export const KEY_CALLS = {
  'key.list': entry(['chief', 'auditor', 'administrator'], nothing),
  'key.change': entry(['chief'], changeKeyInput),
  'key.drill': entry(['chief'], drillKeyInput),
  'key.walk': entry(['chief'], walkKeyInput),
  'key.request': entry(['chief', 'administrator'], requestCertificateInput),
  'key.certify': entry(['chief', 'administrator'], certifyKeyInput),
  'key.ownRoot': entry(['chief', 'administrator'], ownRootInput),
} as const;

export interface KeyOutputs {
  'key.list': StationKeys;
  'key.change': ChangedKey;
  'key.drill': DrilledKey;
  'key.walk': StationKeys;
  'key.request': WrittenRequest;
  'key.certify': StationKeys;
  'key.ownRoot': StationKeys;
}
