import { stamp } from './clock.ts';
import { isOver } from './sessions.ts';
import type { StationState } from './state.ts';

/** Locks a window in which somebody has been in for too long, before anything else is done there. */
export async function lockIfOver(state: StationState, client: string): Promise<void> {
  const session = state.sessions.get(client);
  const { clock } = state.options;
  if (session?.locked !== false || !isOver(session, clock)) return;
  session.locked = true;
  const { noteSafely } = await import('./audit-trouble.ts');
  await noteSafely(state, { at: stamp(clock.now()), personId: session.person.id }, ['locked']);
}
