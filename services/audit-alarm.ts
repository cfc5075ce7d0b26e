// CJIS Security Policy AU-5: where the audit cannot be written there is an alarm, and nothing that the policy gates goes on.
import type { CallName } from '../contract/call-names.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { StationState } from './state.ts';

/** What goes on meanwhile: to come and go, to look at who is held and what is due, to find out what is wrong. */
const GOES_ON: ReadonlySet<CallName> = new Set<CallName>([
  'station.info',
  'session.state',
  'session.signIn',
  'session.lock',
  'session.unlock',
  'session.signOut',
  'desk.get',
  'booking.get',
  'booking.draft',
  'duty.list',
  'contact.list',
  'policy.get',
  'log.get',
  'backup.get',
  'backup.cancel',
  'import.cancel',
  'export.cancel',
  'system.check',
]);

/** The alarm, for whoever is at the desk; null while the audit is whole. */
export function auditAlarm({ audit }: StationState): Refusal | null {
  if (audit.since === null) return null;
  return { code: 'audit-not-written', params: { since: audit.since, why: audit.why, waiting: audit.waiting.length } };
}

/** Tries once more to write what waits, and refuses the call where that fails; null where it may go on. */
export async function refuseByAudit(state: StationState, name: CallName): Promise<Refusal | null> {
  if (state.audit.since === null) return null;
  const { tryToWriteWaiting } = await import('./audit-trouble.ts');
  await tryToWriteWaiting(state);
  return GOES_ON.has(name) ? null : auditAlarm(state);
}
