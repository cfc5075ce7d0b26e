import { listWrongTries } from '../db/account/reader.ts';
import { findPersonByName } from '../db/person/reader.ts';
import type { SessionEventKind } from '../db/schema/session-event.ts';
import type { Refusal } from '../policy/refusal.ts';
import { closesAccount, triesLeft } from '../policy/wrong-tries.ts';
import { noteSafely } from './audit-trouble.ts';
import { stamp } from './clock.ts';
import { readKeyring } from './keys/keyring.ts';
import { loginOf } from './keys/login.ts';
import { keyringPath } from './keys/station-files.ts';
import { dropWaitingTries, keepWaitingTry, readWaitingTries } from './keys/waiting-tries.ts';
import type { StationState } from './state.ts';

const toMoments = (times: readonly string[]): readonly number[] => times.map((at) => Date.parse(at));

/** What the records remember of a name, or the file beside them while they are sealed. */
async function keptTries({ open, options }: StationState, login: string): Promise<readonly number[]> {
  if (open === null) {
    const waiting = await readWaitingTries(options.folder);
    return toMoments(waiting.filter(({ name }) => name === login).map(({ at }) => at));
  }
  const found = await findPersonByName(open.store.read, login);
  return found === undefined ? [] : toMoments(await listWrongTries(open.store.read, found.person.id));
}

/** A name that nobody has is remembered until the program ends, so that it meets the same answers. */
async function momentsOf(state: StationState, login: string): Promise<readonly number[]> {
  const kept = await keptTries(state, login);
  const remembered = state.tries.get(login) ?? [];
  return kept.length >= remembered.length ? kept : remembered;
}

/** The refusal of a name after too many wrong tries, until somebody releases it; null where it may be tried. */
export async function closedFor(state: StationState, name: string): Promise<Refusal | null> {
  return closesAccount(await momentsOf(state, loginOf(name))) ? { code: 'too-many-tries' } : null;
}

/** On the disk before the answer: in the log, or beside it while the records are sealed. */
async function keep(state: StationState, login: string, kind: SessionEventKind): Promise<void> {
  const { open, options } = state;
  const at = stamp(options.clock.now());
  if (open !== null) {
    const found = await findPersonByName(open.store.read, login);
    await noteSafely(state, { at, personId: found?.person.id ?? null }, [kind]);
    return;
  }
  const ring = await readKeyring(keyringPath(options.folder));
  const isKnown = ring.ok && ring.value?.slots.some(({ name }) => name === login) === true;
  if (isKnown) await keepWaitingTry(options.folder, { name: login, at });
}

/** Counts a wrong try; answers how many are left. */
export async function countWrongTry(state: StationState, name: string, kind: SessionEventKind): Promise<number> {
  const login = loginOf(name);
  const now = state.options.clock.now().getTime();
  const before = await momentsOf(state, login);
  const moments = [...before, now];
  state.tries.set(login, moments);
  await keep(state, login, kind);
  if (closesAccount(moments)) await keep(state, login, 'closed');
  return triesLeft(moments, now);
}

/** Somebody proved themselves, or was let in again. */
export function forgetTries(state: StationState, name: string): void {
  state.tries.delete(loginOf(name));
}

/** Puts the tries of sealed times on record, once the records are open; until that is done they stay where they are. */
export async function recordWaitingTries(state: StationState): Promise<void> {
  const { open, options } = state;
  const waiting = await readWaitingTries(options.folder);
  if (open === null || waiting.length === 0) return;
  for (const { name, at } of waiting) {
    const found = await findPersonByName(open.store.read, name);
    await noteSafely(state, { at, personId: found?.person.id ?? null }, ['sign-in-failed']);
  }
  if (state.audit.waiting.length === 0) await dropWaitingTries(options.folder);
}
