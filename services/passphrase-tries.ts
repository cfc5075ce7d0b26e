import type { StationState } from './state.ts';

/** Five wrong tries within a quarter of an hour close the door for that name (CJIS AC-7). */
const LIMIT = 5;
const WINDOW_MS = 15 * 60_000;

const key = (name: string): string => name.trim().toLowerCase();

function recent(state: StationState, name: string): readonly number[] {
  const now = state.options.clock.now().getTime();
  return (state.tries.get(key(name)) ?? []).filter((moment) => now - moment < WINDOW_MS);
}

export function triesLeft(state: StationState, name: string): number {
  return Math.max(0, LIMIT - recent(state, name).length);
}

export function noteWrongTry(state: StationState, name: string): void {
  state.tries.set(key(name), [...recent(state, name), state.options.clock.now().getTime()]);
}

export function forgetTries(state: StationState, name: string): void {
  state.tries.delete(key(name));
}
