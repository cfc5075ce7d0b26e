import type { CallName } from '../contract/call-names.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { LogTrouble } from './ledger/log-standing.ts';

/** What can still be done while the log is refused: come in, look at what is wrong, decide, go. */
const OPEN: readonly CallName[] = [
  'station.info',
  'session.state',
  'session.signIn',
  'session.lock',
  'session.unlock',
  'session.signOut',
  'system.check',
  'log.get',
  'log.begin',
];

/** Why the log is refused, for whoever is at the desk. */
export function logRefusal({ why, missing, known }: LogTrouble): Refusal {
  return { code: 'log-refused', params: { why, missing, known: known.size } };
}

/** The refusal of a call while the log is not the one that was signed; null where it may go on. */
export function refuseByLog(trouble: LogTrouble | null, name: CallName): Refusal | null {
  return trouble === null || OPEN.includes(name) ? null : logRefusal(trouble);
}
