import type { SessionState } from '../../contract/session.ts';
import type { StationInfo } from '../../contract/station.ts';
import type { Reply } from '../../contract/reply.ts';
import { call } from '../api.ts';

export interface Session {
  /** Null until the station has answered for the first time. */
  readonly info: StationInfo | null;
  readonly state: SessionState;
  /** Why the station did not answer, where it did not. */
  readonly trouble: Reply<never> | null;
  refresh(): Promise<void>;
  /** Takes what a session call answered; the refusal is the caller's to show. */
  take(reply: Reply<SessionState>): Reply<SessionState>;
  /** Asks how the station stands, where nothing else would tell. */
  look(): Promise<void>;
  lock(): Promise<void>;
  signOut(): Promise<void>;
}

const NOBODY: SessionState = { person: null, locked: false, refused: null, must: null };

/** How the station says that the session stands. Locked here counts before the station has heard of it. */
async function askState(now: () => SessionState): Promise<SessionState> {
  const reply = await call('session.state', {});
  const state = now();
  return reply.ok && reply.value.person?.id === state.person?.id ? { ...reply.value, locked: state.locked } : state;
}

export function createSession(): Session {
  let info = $state.raw<StationInfo | null>(null);
  let state = $state.raw<SessionState>(NOBODY);
  let trouble = $state.raw<Reply<never> | null>(null);

  function take(reply: Reply<SessionState>): Reply<SessionState> {
    if (reply.ok) state = reply.value;
    return reply;
  }
  async function refresh(): Promise<void> {
    const [reply, current] = await Promise.all([call('station.info', {}), call('session.state', {})]);
    trouble = reply.ok ? null : reply;
    if (reply.ok) take(current);
    if (reply.ok) info = reply.value;
  }
  return {
    get info() {
      return info;
    },
    get state() {
      return state;
    },
    get trouble() {
      return trouble;
    },
    refresh,
    take,
    look: async () => void (state = await askState(() => state)),
    async lock() {
      // Hide first: the screen must not wait for the station.
      if (state.person !== null) state = { ...state, locked: true };
      take(await call('session.lock', {}));
    },
    async signOut() {
      const reply = take(await call('session.signOut', {}));
      if (!reply.ok) state = NOBODY;
      await refresh();
    },
  };
}
