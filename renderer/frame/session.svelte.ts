import type { SessionState } from '../../contract/session.ts';
import type { StationInfo } from '../../contract/station.ts';
import type { Reply } from '../../contract/reply.ts';
import { call } from '../api.ts';

export interface Session {
  /** Null until the station has answered for the first time. */
  readonly info: StationInfo | null;
  readonly state: SessionState;
  /** Another number each time that the screen is locked or unlocked, and that somebody comes or goes. */
  readonly sitting: number;
  /** Why the station did not answer, where it did not. */
  readonly trouble: Reply<never> | null;
  refresh(): Promise<void>;
  /** Takes what a session call answered; the refusal is the caller's to show. */
  take(reply: Reply<SessionState>): Reply<SessionState>;
  /** Asks how the station stands, where nothing else would tell. */
  look(): Promise<void>;
  /** Calls it before the station is locked, after the screen is hidden; answers how to stop. */
  onLocking(hear: () => Promise<unknown>): () => void;
  lock(): Promise<void>;
  signOut(): Promise<void>;
}

const NOBODY: SessionState = { person: null, locked: false, refused: null, must: null, lastCode: false };

/** How the station says that the session stands. Locked here counts before the station has heard of it, and the other way. */
async function askState(now: () => SessionState): Promise<SessionState> {
  const reply = await call('session.state', {});
  const state = now();
  return reply.ok && reply.value.person?.id === state.person?.id
    ? { ...reply.value, locked: state.locked || reply.value.locked }
    : state;
}

/** Where somebody has been in for too long, all ends that a lock ends. */
async function look(standing: Standing, lock: () => Promise<void>): Promise<void> {
  const asked = await askState(() => standing.state);
  if (asked.locked && !standing.state.locked) await lock();
  else standing.become(asked);
}

interface Standing {
  readonly state: SessionState;
  readonly sitting: number;
  readonly become: (next: SessionState) => void;
  readonly take: (reply: Reply<SessionState>) => Reply<SessionState>;
}

function createStanding(): Standing {
  let state = $state.raw<SessionState>(NOBODY);
  let sitting = 0;
  function become(next: SessionState): void {
    if (next.locked !== state.locked || next.person?.id !== state.person?.id) sitting += 1;
    state = next;
  }
  return {
    become,
    take(reply) {
      if (reply.ok) become(reply.value);
      return reply;
    },
    get state() {
      return state;
    },
    get sitting() {
      return sitting;
    },
  };
}

/** The station is locked at last, whatever is under way; the screen was hidden before. */
const LONGEST_MS = 1_500;

function createHearers(): {
  readonly add: Session['onLocking'];
  readonly tell: () => Promise<unknown>;
  readonly told: () => Promise<unknown>;
} {
  const hearers: (() => Promise<unknown>)[] = [];
  let telling: Promise<unknown> = Promise.resolve();
  return {
    add: (hear) => {
      hearers.push(hear);
      return () => void hearers.splice(hearers.indexOf(hear), 1);
    },
    /** What was typed last is still kept: behind what is under way, and so not at once. */
    tell: () => {
      const late = new Promise((passed) => setTimeout(passed, LONGEST_MS));
      telling = Promise.race([Promise.allSettled(hearers.map((hear) => hear())), late]);
      return telling;
    },
    told: () => telling,
  };
}

export function createSession(): Session {
  let info = $state.raw<StationInfo | null>(null);
  let trouble = $state.raw<Reply<never> | null>(null);
  const standing = createStanding();
  const { become, take } = standing;
  const hearers = createHearers();
  async function refresh(): Promise<void> {
    const [reply, current] = await Promise.all([call('station.info', {}), call('session.state', {})]);
    trouble = reply.ok ? null : reply;
    if (reply.ok) take(current);
    if (reply.ok) info = reply.value;
  }
  async function lock(): Promise<void> {
    // Hide first: the screen must not wait for the station.
    if (standing.state.person !== null) become({ ...standing.state, locked: true });
    await hearers.tell();
    take(await call('session.lock', {}));
  }
  async function signOut(): Promise<void> {
    const reply = take(await hearers.told().then(() => call('session.signOut', {})));
    if (!reply.ok) become(NOBODY);
    await refresh();
  }
  return {
    get info() {
      return info;
    },
    get state() {
      return standing.state;
    },
    get sitting() {
      return standing.sitting;
    },
    get trouble() {
      return trouble;
    },
    ...{ refresh, take, lock, signOut, onLocking: hearers.add },
    look: () => look(standing, lock),
  };
}
