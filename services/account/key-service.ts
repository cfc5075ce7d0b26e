import type { z } from 'zod';
import type { Enrolled } from '../../contract/account.ts';
import { KEY_HOST } from '../../contract/key-host.ts';
import type { Reply } from '../../contract/reply.ts';
import { MOST_KEYS, type addKeyInput, type KeyToMake, type OwnFactors } from '../../contract/security-key.ts';
import type { beginKeyInput, removeKeyInput } from '../../contract/security-key.ts';
import { findFactor } from '../../db/second-factor/reader.ts';
import { isKeyKept, listKeys } from '../../db/security-key/reader.ts';
import { insertKey, insertKeyEvent } from '../../db/security-key/writer.ts';
import { toBase64url } from '../../proof/base64.ts';
import { authenticate } from '../authenticate.ts';
import { sessionOf } from '../entrance-service.ts';
import { makeRecoveryCodes } from '../keys/recovery-codes.ts';
import { readMadeKey, type NewKey } from '../keys/security-key.ts';
import { cover } from '../record.ts';
import { done, refuse, refused } from '../reply.ts';
import type { Member } from '../route.ts';
import { setCodesShown } from '../sessions.ts';
import { textRefusals } from '../text-refusals.ts';
import { readOwnCodes } from './codes-service.ts';
import { refuseBegin, writeFactor } from './factor-service.ts';
import { newChallenge, serves, takeChallenge, toMake } from './key-touch.ts';

/** What the caller has set up for themselves. */
export async function getOwnFactors(member: Member): Promise<Reply<OwnFactors>> {
  const keys = await listKeys(member.open.store.read, member.person.id);
  const own = keys.map((key) => ({ id: key.id, name: key.name, at: key.at, serves: serves(member.state, key) }));
  const { phone, left } = await readOwnCodes(member.open.store.read, member);
  return done({ code: phone, codesLeft: left, keys: own });
}

/** Makes what a new key has to sign. Nothing is kept of it until the key answered; a name that is refused is so before. */
export async function beginKey(member: Member, input: z.output<typeof beginKeyInput>): Promise<Reply<KeyToMake>> {
  const told = textRefusals(input.name, 'name', 'title');
  if (told.length > 0) return refused(...told);
  const no = await refuseBegin(member, input);
  if (no !== null) return refused(no);
  const { state, open, person } = member;
  const keys = await listKeys(open.store.read, person.id);
  if (keys.length >= MOST_KEYS) return refuse('key-not-taken', { params: { why: 'many', most: MOST_KEYS } });
  return done({
    challenge: newChallenge(state, toMake(member)),
    userId: toBase64url(Buffer.from(person.id)),
    userName: person.name,
    known: keys.map(({ credential }) => credential),
  });
}

/** The key, and before a first one the recovery codes; answers these. */
async function writeKey(member: Member, key: NewKey & { readonly name: string }): Promise<readonly string[]> {
  const { state, open, person } = member;
  const { ids, random } = state.options;
  return open.store.transaction(async (tx) => {
    const has = (await findFactor(tx, person.id)) !== undefined;
    const codes = has ? [] : makeRecoveryCodes(random);
    if (!has) await writeFactor(tx, member, { secret: new Uint8Array(), codes });
    const id = ids.uuid();
    const { name, credential, publicKey, signCount } = key;
    const told = {
      type: 'security-key.added' as const,
      disclosures: { key: { id, personId: person.id, name, credential, publicKey, signCount } },
    };
    await insertKey(tx, { id, personId: person.id, ...key }, await cover(tx, member, told));
    return codes;
  });
}

/** Sets a key up, beside what there is; answers recovery codes where it is the first factor. */
export async function addKey(member: Member, input: z.output<typeof addKeyInput>): Promise<Reply<Enrolled>> {
  const { state, client, open } = member;
  const session = state.sessions.get(client);
  if (session?.locked !== false) return refuse('locked');
  const told = textRefusals(input.name, 'name', 'title');
  if (told.length > 0) return refused(...told);
  const challenge = takeChallenge(state, toMake(member));
  if (challenge === null) return refuse('key-not-taken', { params: { why: 'late' } });
  const made = readMadeKey(input.made, { host: KEY_HOST, challenge });
  if (made === null || (await isKeyKept(open.store.read, made.credential))) return refuse('key-not-taken');
  const recoveryCodes = await writeKey(member, { ...made, name: input.name });
  session.must = null;
  session.lastCode = false;
  state.enrolling.delete(client);
  if (recoveryCodes.length > 0) setCodesShown(state, client, true);
  return done({ recoveryCodes, session: sessionOf(member) });
}

/**
 * Takes one's own key away, while another key or a phone stays; the last goes as a lost factor does, by a keeper. A key
 * that serves no more may always go.
 */
export async function removeKey(member: Member, input: z.output<typeof removeKeyInput>): Promise<Reply<null>> {
  const { state, client, open, person } = member;
  const found = await authenticate(state, { client, name: person.name, passphrase: input.passphrase }, 'prove');
  if (!found.ok) return refused(found.refusal);
  return open.store.transaction(async (tx): Promise<Reply<null>> => {
    const { phone } = await readOwnCodes(tx, member);
    const keys = await listKeys(tx, person.id);
    const key = keys.find(({ id }) => id === input.id);
    if (key === undefined) return refuse('not-found', { field: 'id' });
    const others = keys.some((one) => one !== key && serves(state, one));
    if (!phone && !others && serves(state, key)) return refuse('last-factor');
    const told = {
      type: 'security-key.removed' as const,
      disclosures: { key: { id: key.id, personId: person.id, name: key.name } },
    };
    const meta = await cover(tx, member, told);
    const id = state.options.ids.uuid();
    await insertKeyEvent(tx, { id, keyId: key.id, kind: 'removed', signCount: null }, meta);
    return done(null);
  });
}
