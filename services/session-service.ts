import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import type { SessionState, signInInput, unlockInput } from '../contract/session.ts';
import type { SessionEventKind } from '../db/schema/session-event.ts';
import { noteAudit } from './audit.ts';
import { authenticate } from './authenticate.ts';
import { keepBackupPlan } from './backup/keep-plan.ts';
import { stamp } from './clock.ts';
import { sessionOf } from './entrance-service.ts';
import { tryToSignHead } from './log-head.ts';
import { done, refuse, refused } from './reply.ts';
import type { Caller, Member } from './route.ts';
import { beginSession } from './sessions.ts';
import type { StationState } from './state.ts';
import { whenFree } from './when-free.ts';

/** Sign-ins, failures, locks: who and when, never what was typed (CJIS AU-2). */
async function note(state: StationState, kind: SessionEventKind, personId: string | null): Promise<void> {
  const at = stamp(state.options.clock.now());
  await whenFree(state, () => noteAudit(state, { at, personId }, [kind]));
}

export async function signIn(caller: Caller, input: z.output<typeof signInInput>): Promise<Reply<SessionState>> {
  const { state, client } = caller;
  const found = await authenticate(state, input);
  if (!found.ok) {
    await note(state, 'sign-in-failed', null);
    return refused(found.refusal);
  }
  await note(state, 'signed-in', found.person.id);
  return beginSession(state, client, found.person) ? done(sessionOf(caller)) : refuse('not-signed-in');
}

export async function lockSession(member: Member): Promise<Reply<SessionState>> {
  const session = member.state.sessions.get(member.client);
  if (session !== undefined && !session.locked) {
    session.locked = true;
    await note(member.state, 'locked', member.person.id);
  }
  return done(sessionOf(member));
}

export async function unlockSession(member: Member, input: z.output<typeof unlockInput>): Promise<Reply<SessionState>> {
  const found = await authenticate(member.state, { name: member.person.name, passphrase: input.passphrase });
  if (!found.ok) {
    await note(member.state, 'unlock-failed', member.person.id);
    return refused(found.refusal);
  }
  await note(member.state, 'unlocked', member.person.id);
  return beginSession(member.state, member.client, found.person) ? done(sessionOf(member)) : refuse('not-signed-in');
}

export async function signOut(member: Member): Promise<Reply<SessionState>> {
  const { state, open } = member;
  state.sessions.delete(member.client);
  await note(state, 'signed-out', member.person.id);
  await whenFree(state, () => tryToSignHead(state, open, 'sign-out'));
  if (state.sessions.size === 0) void keepBackupPlan(state, 'leaving');
  return done(sessionOf(member));
}
