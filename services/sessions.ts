// Who is in. One process holds the station, so what it remembers is what holds.
import type { Clock } from './clock.ts';
import type { Moment, Session, StationState } from './state.ts';

/** So long after both were given, both are given again, whatever was done meanwhile (NIST SP 800-63B, 4.2.3). */
const LONGEST_MS = 12 * 3_600_000;

function momentOf(clock: Clock): Moment {
  return { wall: clock.now().getTime(), monotonic: clock.monotonic?.() ?? null };
}

/**
 * Whether somebody has been in for too long, by the clock that is ahead: one can be set back, the other stands while the
 * computer sleeps. A command, which has the first alone, ends by itself.
 */
export function isOver({ since }: Session, clock: Clock): boolean {
  const now = momentOf(clock);
  if (now.monotonic === null || since.monotonic === null) return false;
  return Math.max(now.wall - since.wall, now.monotonic - since.monotonic) >= LONGEST_MS;
}

interface Beginning extends Pick<Session, 'person' | 'must'>, Partial<Pick<Session, 'showsCodes' | 'lastCode'>> {
  /** Now, unless it goes on. */
  readonly since?: Moment | undefined;
}

/** Lets somebody in; false where they were put out while their passphrase was looked at. */
export function beginSession(
  state: StationState,
  client: string,
  { person, must, since, showsCodes = false, lastCode = false }: Beginning,
): boolean {
  if (state.putOut.has(person.id)) return false;
  const began = since ?? momentOf(state.options.clock);
  state.sessions.set(client, { person, since: began, locked: false, must, showsCodes, lastCode, searched: new Map() });
  return true;
}

/** Whether recovery codes are on the screen: of the session as it is now, which may have been locked and opened since. */
export function setCodesShown(state: StationState, client: string, shown: boolean): void {
  const session = state.sessions.get(client);
  if (session !== undefined) session.showsCodes = shown;
}

/** Ends every session of somebody who was put out, and lets none begin that is on its way. */
export function endSessionsOf(state: StationState, personId: string): void {
  state.putOut.add(personId);
  for (const [client, session] of state.sessions) {
    if (session.person.id === personId) state.sessions.delete(client);
  }
}
