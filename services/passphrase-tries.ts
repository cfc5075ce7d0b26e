import { loginOf } from './keys/login.ts';
import type { StationState } from './state.ts';

/** Five wrong tries within a quarter of an hour close the door for that name (CJIS AC-7). */
const LIMIT = 5;
const WINDOW_MS = 15 * 60_000;

function recent(state: StationState, name: string): readonly number[] {
  const now = state.options.clock.now().getTime();
  return (state.tries.get(loginOf(name)) ?? []).filter((moment) => now - moment < WINDOW_MS);
}

export function triesLeft(state: StationState, name: string): number {
  return Math.max(0, LIMIT - recent(state, name).length);
}

/** Notes a try before it is known to be wrong: several at once share the five. Answers what takes it back. */
export function noteTry(state: StationState, name: string): () => void {
  const moment = state.options.clock.now().getTime();
  state.tries.set(loginOf(name), [...recent(state, name), moment]);
  return () => {
    const kept = recent(state, name);
    const at = kept.indexOf(moment);
    state.tries.set(loginOf(name), at < 0 ? kept : kept.toSpliced(at, 1));
  };
}

export function forgetTries(state: StationState, name: string): void {
  state.tries.delete(loginOf(name));
}
