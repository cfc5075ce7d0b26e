import type { CallName } from '../contract/call-names.ts';
import type { Reply } from '../contract/reply.ts';
import { noteSafely } from './audit-trouble.ts';
import { stamp } from './clock.ts';
import type { StationState } from './state.ts';

/**
 * Calls that show what is sealed or kept apart, search for somebody, or read the audit itself, and leave no record of
 * their own (CJIS AU-2). Papers, answers and sealed bookings are opened under entries of their kind.
 */
const LOOKS: ReadonlySet<CallName> = new Set<CallName>([
  'status.get',
  'order.find',
  'order.sealed',
  'import.quarantine',
  'trail.get',
]);

/** A compartment that is closed shows nothing, and is asked with every booking. */
function shows(name: CallName, value: unknown): boolean {
  if (name !== 'status.get') return true;
  return typeof value === 'object' && value !== null && 'open' in value && value.open === true;
}

/** Puts a look on record before what it shows leaves the station. */
export async function noteLook(
  state: StationState,
  asked: { readonly client: string; readonly call: CallName },
  reply: Reply<unknown>,
): Promise<void> {
  if (!reply.ok || !LOOKS.has(asked.call) || !shows(asked.call, reply.value)) return;
  const personId = state.sessions.get(asked.client)?.person.id ?? null;
  await noteSafely(state, { at: stamp(state.options.clock.now()), personId }, [{ kind: 'looked', call: asked.call }]);
}
