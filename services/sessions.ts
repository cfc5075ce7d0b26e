// Who is in. One process holds the station, so what it remembers is what holds.
import type { Session, StationState } from './state.ts';

/** Lets somebody in; false where they were put out while their passphrase was looked at. */
export function beginSession(
  state: StationState,
  client: string,
  { person, must }: Pick<Session, 'person' | 'must'>,
): boolean {
  if (state.putOut.has(person.id)) return false;
  state.sessions.set(client, { person, locked: false, must, searched: new Map() });
  return true;
}

/** Ends every session of somebody who was put out, and lets none begin that is on its way. */
export function endSessionsOf(state: StationState, personId: string): void {
  state.putOut.add(personId);
  for (const [client, session] of state.sessions) {
    if (session.person.id === personId) state.sessions.delete(client);
  }
}
