// Calls about phrases that a station lets through.
import type { TaughtPhrase } from '../policy/screen/taught.ts';
import { entry, nothing } from './call.ts';
import { revokePhraseInput, teachInput, type PhraseEntry, type Revoked, type Taught } from './teaching.ts';

export const TEACHING_CALLS = {
  'screen.list': entry(['booking-officer', 'supervisor', 'chief', 'records-clerk', 'auditor'], nothing),
  'screen.teach': entry(['booking-officer', 'supervisor', 'chief'], teachInput),
  'screen.book': entry(['supervisor', 'chief', 'auditor'], nothing),
  'screen.revoke': entry(['supervisor', 'chief'], revokePhraseInput),
} as const;

export interface TeachingOutputs {
  'screen.list': readonly TaughtPhrase[];
  'screen.teach': Taught;
  'screen.book': readonly PhraseEntry[];
  'screen.revoke': Revoked;
}
