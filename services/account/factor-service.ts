import type { z } from 'zod';
import type { Enrolled, Enrolling, beginFactorInput, codeInput } from '../../contract/account.ts';
import type { Reply } from '../../contract/reply.ts';
import type { personIdInput, SessionState } from '../../contract/session.ts';
import type { WriteTx } from '../../db/database.ts';
import { findPerson } from '../../db/person/reader.ts';
import { findFactor } from '../../db/second-factor/reader.ts';
import { insertFactor, insertFactorEvent } from '../../db/second-factor/writer.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { authenticate } from '../authenticate.ts';
import { sessionOf } from '../entrance-service.ts';
import { hasCode, sealFactor } from '../keys/factor-box.ts';
import { digestOfCode, makeRecoveryCodes } from '../keys/recovery-codes.ts';
import { authenticatorUri, SECRET_BYTES, stepOfCode, toBase32 } from '../keys/totp.ts';
import { refuseChief } from '../people-service.ts';
import { cover } from '../record.ts';
import { done, refuse, refused } from '../reply.ts';
import type { Member } from '../route.ts';
import { setCodesShown } from '../sessions.ts';
import type { Session, StationState } from '../state.ts';
import { forgetNewKey } from './key-touch.ts';

const SALT_BYTES = 16;

type ProvedJustNow = z.output<typeof beginFactorInput>;

/** The passphrase is enough. While it is looked at the session may have set another factor up, or been locked. */
async function refuseByLastCode(
  state: StationState,
  secret: Parameters<typeof authenticate>[1],
  session: Session,
): Promise<Refusal | null> {
  const found = await authenticate(state, secret, 'prove');
  if (!found.ok) return found.refusal;
  const still = state.sessions.get(secret.client) === session && session.lastCode && !session.locked;
  return still ? null : { code: 'second-factor-needed' };
}

/**
 * Whoever walks up to an open window does not put their own phone or key beside its owner's: passphrase and second factor
 * are asked for. The passphrase alone unlocks the screen, so it must not bring a factor of its own (NIST SP 800-63B, 6.1.2). Whoever
 * came in by the last code of their paper has nothing else to give: that code counts, for one factor and until the lock.
 */
export async function refuseBegin(member: Member, given: ProvedJustNow): Promise<Refusal | null> {
  const { state, client, person } = member;
  const session = state.sessions.get(client);
  if (session?.locked !== false) return { code: 'locked' };
  if (session.must === 'set-up-factor') return null;
  const { passphrase = '', code, touch } = given;
  const secret = { client, name: person.name, passphrase, code, touch };
  if (session.lastCode) return refuseByLastCode(state, secret, session);
  const found = await authenticate(state, secret, 'prove-both');
  return found.ok ? null : found.refusal;
}

/** Makes a secret for somebody's phone. Nothing is kept of it until a code of it was typed back. */
export async function beginFactor(member: Member, input: z.output<typeof beginFactorInput>): Promise<Reply<Enrolling>> {
  const no = await refuseBegin(member, input);
  if (no !== null) return refused(no);
  const { state, client, open, person } = member;
  const secret = state.options.random(SECRET_BYTES);
  state.enrolling.set(client, { personId: person.id, session: state.sessions.get(client), secret });
  const uri = authenticatorUri(secret, { station: open.station.name, name: person.name });
  return done({ secret: (toBase32(secret).match(/.{1,4}/g) ?? []).join(' '), uri });
}

/** `secret`: of a phone; without one the factor holds recovery codes alone. */
interface NewFactor {
  readonly secret: Uint8Array;
  readonly codes: readonly string[];
}

/** Writes somebody's factor, in place of any of before. */
export async function writeFactor(tx: WriteTx, member: Member, { secret, codes }: NewFactor): Promise<void> {
  const { state, open, person } = member;
  const { ids, random } = state.options;
  const salt = random(SALT_BYTES);
  const factorId = ids.uuid();
  const kept = { secret, salt, codes: codes.map((code) => digestOfCode(code, salt)) };
  const sealed = sealFactor(kept, open.key.box, { factorId, random });
  const told = {
    type: hasCode(kept) ? ('second-factor.set-up' as const) : ('second-factor.codes-made' as const),
    disclosures: { factor: { id: factorId, personId: person.id } },
  };
  await insertFactor(tx, { id: factorId, personId: person.id, ...sealed }, await cover(tx, member, told));
}

/** Sets the factor up with a code of it, in place of any of before; answers the recovery codes, this one time. */
export async function confirmFactor(member: Member, input: z.output<typeof codeInput>): Promise<Reply<Enrolled>> {
  const { state, client, person } = member;
  const session = state.sessions.get(client);
  const begun = state.enrolling.get(client);
  if (session?.locked !== false) return refuse('locked');
  if (begun?.personId !== person.id) return refuse('not-found');
  // The lock opens by the passphrase alone: whoever came in by it may not be who proved both.
  if (begun.session !== session && session.must === null) return refuse('wrong-code', { params: { why: 'locked' } });
  if (stepOfCode(begun.secret, input.code, state.options.clock.now()) === null) return refuse('wrong-code');
  const recoveryCodes = makeRecoveryCodes(state.options.random);
  await member.open.store.transaction((tx) => writeFactor(tx, member, { secret: begun.secret, codes: recoveryCodes }));
  state.enrolling.delete(client);
  begun.secret.fill(0);
  session.must = null;
  session.lastCode = false;
  forgetNewKey(member);
  setCodesShown(state, client, true);
  return done({ recoveryCodes, session: sessionOf(member) satisfies SessionState });
}

/** Takes the factor of somebody else who lost theirs, keys and phone; where everybody must have one they set up another at their next sign-in. */
export async function removeFactor(member: Member, input: z.output<typeof personIdInput>): Promise<Reply<null>> {
  const { store } = member.open;
  if (input.personId === member.person.id) {
    return refuse('same-person', { field: 'personId', params: { why: 'own-factor' } });
  }
  const person = await findPerson(store.read, input.personId);
  if (person === undefined) return refuse('not-found', { field: 'personId' });
  const no = refuseChief(member, person.role);
  if (no !== null) return refused(no);
  return store.transaction(async (tx): Promise<Reply<null>> => {
    const factor = await findFactor(tx, person.id);
    if (factor === undefined) return refuse('not-found', { field: 'personId' });
    const told = {
      type: 'second-factor.removed' as const,
      disclosures: { factor: { id: factor.id, personId: person.id } },
    };
    const meta = await cover(tx, member, told);
    const id = member.state.options.ids.uuid();
    await insertFactorEvent(tx, { id, factorId: factor.id, kind: 'removed', step: null }, meta);
    return done(null);
  });
}
