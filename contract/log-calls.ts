import { entry, nothing } from './call.ts';
import {
  accountInput,
  beginLogInput,
  compareHeadInput,
  signHeadInput,
  type ContainedHead,
  type LogState,
  type SignedLogHead,
} from './log.ts';

const SUPERVISORS = ['supervisor', 'chief'] as const;
const READERS = ['booking-officer', ...SUPERVISORS, 'records-clerk', 'auditor'] as const;

/** What is asked of the log and its signed heads. */
export const LOG_CALLS = {
  'log.get': entry([...SUPERVISORS, 'auditor', 'administrator'], nothing),
  'log.begin': entry(SUPERVISORS, beginLogInput),
  'log.sign': entry(READERS, signHeadInput),
  'log.compare': entry([...READERS, 'administrator'], compareHeadInput),
  'log.account': entry(SUPERVISORS, accountInput),
} as const;

export interface LogOutputs {
  'log.get': LogState;
  'log.begin': LogState;
  'log.sign': SignedLogHead;
  'log.compare': ContainedHead;
  'log.account': LogState;
}
