import type { CallName } from '../contract/call-names.ts';
import type { Reply } from '../contract/reply.ts';
import { noteSafely } from './audit-trouble.ts';
import { stamp } from './clock.ts';
import type { StationState } from './state.ts';

/**
 * Calls that show what is sealed or kept apart, search for somebody, or read the audit itself, and leave no record of
 * their own (CJIS AU-2). What is sealed is opened for a
 * reason, under entries of its kind.
 */
const LOOKS: ReadonlySet<CallName> = new Set<CallName>([
  'order.find',
  'order.sealed',
  'import.quarantine',
  'trail.get',
]);

/** Puts a look on record before what it shows leaves the station. */
export async function noteLook(
  state: StationState,
  asked: { readonly client: string; readonly call: CallName },
  reply: Reply<unknown>,
): Promise<void> {
  if (!reply.ok || !LOOKS.has(asked.call)) return;
  const personId = state.sessions.get(asked.client)?.person.id ?? null;
  await noteSafely(state, { at: stamp(state.options.clock.now()), personId }, [
    { kind: 'looked', call: asked.call, category: null },
  ]);
}
