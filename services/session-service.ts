import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import type { SessionState, signInInput, unlockInput } from '../contract/session.ts';
import { readSettings } from '../db/account/reader.ts';
import type { SessionEventKind } from '../db/schema/session-event.ts';
import { findFactor } from '../db/second-factor/reader.ts';
import type { Person } from '../policy/people.ts';
import { tellKeptRules } from './account/window-rules.ts';
import { cameByLastCode } from './account/codes-service.ts';
import { forgetNewKey } from './account/key-touch.ts';
import { noteSafely } from './audit-trouble.ts';
import { authenticate } from './authenticate.ts';
import { keepBackupPlan } from './backup/keep-plan.ts';
import { stamp, type Clock } from './clock.ts';
import { sessionOf } from './entrance-service.ts';
import { tryToSignHead } from './log-head.ts';
import { done, refuse, refused } from './reply.ts';
import type { Caller, Member } from './route.ts';
import { beginSession, isOver } from './sessions.ts';
import type { Session, StationState } from './state.ts';
import { whenFree } from './when-free.ts';

/** Locks and goings: who and when (CJIS AU-2). Comings are noted where they are proved. */
async function note(state: StationState, kind: SessionEventKind, personId: string): Promise<void> {
  await noteSafely(state, { at: stamp(state.options.clock.now()), personId }, [kind]);
}

/** Whoever has no second factor where everybody must have one sets it up first. */
async function mustOf({ open }: StationState, person: Person): Promise<Session['must']> {
  if (open === null || open.logTrouble !== null) return null;
  const { read } = open.store;
  if ((await readSettings(read))['second-factor'] !== 'everybody') return null;
  return (await findFactor(read, person.id)) === undefined ? 'set-up-factor' : null;
}

export async function signIn(caller: Caller, input: z.output<typeof signInInput>): Promise<Reply<SessionState>> {
  const { state, client } = caller;
  const found = await authenticate(state, { ...input, client }, 'sign-in');
  if (!found.ok) return refused(found.refusal);
  const [must, lastCode] = [await mustOf(state, found.person), await cameByLastCode(state, found, input)];
  const began = beginSession(state, client, { person: found.person, must, lastCode });
  await tellKeptRules(state);
  return began ? done(sessionOf(caller)) : refuse('not-signed-in');
}

export async function lockSession(member: Member): Promise<Reply<SessionState>> {
  const session = member.state.sessions.get(member.client);
  if (session !== undefined && !session.locked) {
    session.locked = true;
    forgetNewKey(member);
    await note(member.state, 'locked', member.person.id);
  }
  return done(sessionOf(member));
}

/** Behind a lock by the passphrase alone recovery codes would be a second factor for whoever has only that. */
function purposeOf(session: Session, clock: Clock): 'unlock' | 'unlock-both' | 'unlock-codes' {
  if (isOver(session, clock)) return 'unlock-both';
  return session.showsCodes ? 'unlock-codes' : 'unlock';
}

export async function unlockSession(member: Member, input: z.output<typeof unlockInput>): Promise<Reply<SessionState>> {
  const { state, client, person } = member;
  const session = state.sessions.get(client);
  if (session === undefined) return refuse('not-signed-in');
  const purpose = purposeOf(session, state.options.clock);
  const found = await authenticate(state, { client, name: person.name, ...input }, purpose);
  if (!found.ok) return refused(found.refusal);
  const { must, showsCodes } = session;
  const since = purpose === 'unlock' ? session.since : undefined;
  const lastCode = await cameByLastCode(state, found, input);
  const began = beginSession(state, client, { person: found.person, must, since, showsCodes, lastCode });
  return began ? done(sessionOf(member)) : refuse('not-signed-in');
}

export async function signOut(member: Member): Promise<Reply<SessionState>> {
  const { state, open } = member;
  state.sessions.delete(member.client);
  await note(state, 'signed-out', member.person.id);
  await whenFree(state, () => tryToSignHead(state, open, 'sign-out'));
  if (state.sessions.size === 0) void keepBackupPlan(state, 'leaving');
  return done(sessionOf(member));
}
