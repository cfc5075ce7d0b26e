import type { z } from 'zod';
import type { RecoveryCodes, renewCodesInput } from '../../contract/account.ts';
import type { Reply } from '../../contract/reply.ts';
import type { ReadDb } from '../../db/database.ts';
import { findFactor, listUsed } from '../../db/second-factor/reader.ts';
import { authenticate, type Authenticated } from '../authenticate.ts';
import { hasCode, unsealFactor } from '../keys/factor-box.ts';
import { isRecoveryCode, makeRecoveryCodes } from '../keys/recovery-codes.ts';
import { done, refuse, refused } from '../reply.ts';
import type { Member } from '../route.ts';
import { setCodesShown } from '../sessions.ts';
import type { StationState } from '../state.ts';
import type { GivenFactor } from './factor-verdict.ts';
import { writeFactor } from './factor-service.ts';

interface OwnCodes {
  /** Whether their phone shows codes. */
  readonly phone: boolean;
  /** How many recovery codes are left; null where there is no factor. */
  readonly left: number | null;
}

/** What somebody's factor holds, beside security keys. */
export async function readOwnCodes(db: ReadDb, { open, person }: Pick<Member, 'open' | 'person'>): Promise<OwnCodes> {
  const factor = await findFactor(db, person.id);
  const secret = factor === undefined ? null : unsealFactor(factor, open.key.box, factor.id);
  if (factor === undefined || secret === null) return { phone: false, left: null };
  const used = await listUsed(db, factor.id, 'recovery-code-used');
  return { phone: hasCode(secret), left: secret.codes.length - used.length };
}

/** Whether somebody came in by a recovery code, and it was the last of them. */
export async function cameByLastCode(
  { open }: StationState,
  found: Authenticated,
  { code = '', touch }: GivenFactor,
): Promise<boolean> {
  if (open === null || !found.ok || !found.byFactor) return false;
  if (touch !== undefined || !isRecoveryCode(code)) return false;
  return (await readOwnCodes(open.store.read, { open, person: found.person })).left === 0;
}

/**
 * Makes the recovery codes of whoever has security keys alone anew, passphrase and factor asked for again; none of before
 * serves any more. A phone brings its own with it, when it is set up again.
 */
export async function renewCodes(
  member: Member,
  input: z.output<typeof renewCodesInput>,
): Promise<Reply<RecoveryCodes>> {
  const { state, client, open, person } = member;
  const found = await authenticate(state, { client, name: person.name, ...input }, 'prove-both');
  if (!found.ok) return refused(found.refusal);
  const recoveryCodes = makeRecoveryCodes(state.options.random);
  const reply = await open.store.transaction(async (tx): Promise<Reply<RecoveryCodes>> => {
    const { phone, left } = await readOwnCodes(tx, member);
    if (phone || left === null) return refuse('not-found');
    await writeFactor(tx, member, { secret: new Uint8Array(), codes: recoveryCodes });
    return done({ recoveryCodes });
  });
  if (reply.ok) setCodesShown(state, client, true);
  return reply;
}

/** They are on the screen no more: the next lock opens by the passphrase again. */
export async function hideCodes({ state, client }: Member): Promise<Reply<null>> {
  setCodesShown(state, client, false);
  return Promise.resolve(done(null));
}
