import { findPerson, findPersonByName } from '../db/person/reader.ts';
import type { SessionEventKind } from '../db/schema/session-event.ts';
import type { Person } from '../policy/people.ts';
import type { Refusal } from '../policy/refusal.ts';
import { LONGEST_ABSENCE_DAYS, wasAwayTooLong } from './account/absence.ts';
import { askForKey } from './account/key-touch.ts';
import type { FactorVerdict, GivenFactor } from './account/factor-verdict.ts';
import { judgeFactor } from './account/second-factor.ts';
import { noteSafely } from './audit-trouble.ts';
import { stamp } from './clock.ts';
import { closedFor, countWrongTry, forgetTries } from './door-tries.ts';
import { loginOf } from './keys/login.ts';
import { oneAtATime } from './keys/one-at-a-time.ts';
import { verifyPassphrase, workForNobody } from './keys/passphrase-verifier.ts';
import { restoreLostSlot } from './recover-slot.ts';
import { unsealWithPassphrase } from './unseal.ts';
import type { StationState } from './state.ts';

/** `byFactor`: by a second factor too, which was asked for and was right. */
export type Authenticated =
  | { readonly ok: true; readonly person: Person; readonly byFactor: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

/** `code`: of the phone, or a recovery code; it or `touch` where somebody has a second factor. */
interface Secret extends GivenFactor {
  /** Window in which it is given. */
  readonly client: string;
  readonly name: string;
  readonly passphrase: string;
}

/** What somebody proves themselves for, and what the audit says of it (CJIS AU-2). */
export type Purpose = 'sign-in' | 'unlock' | 'unlock-both' | 'unlock-codes' | 'vouch' | 'prove' | 'prove-both';
const KINDS: Readonly<Record<Purpose, { readonly right: SessionEventKind; readonly wrong: SessionEventKind }>> = {
  'sign-in': { right: 'signed-in', wrong: 'sign-in-failed' },
  unlock: { right: 'unlocked', wrong: 'unlock-failed' },
  'unlock-both': { right: 'unlocked', wrong: 'unlock-failed' },
  'unlock-codes': { right: 'unlocked', wrong: 'unlock-failed' },
  vouch: { right: 'vouched', wrong: 'vouch-failed' },
  prove: { right: 'proved', wrong: 'proof-failed' },
  'prove-both': { right: 'proved', wrong: 'proof-failed' },
};

/** While the records are sealed, the passphrase must open the person's slot in the keyring; that proves it. */
async function bySlot(state: StationState, secret: Secret): Promise<Person | undefined | Refusal> {
  const opened = await unsealWithPassphrase(state, secret);
  if (opened.kind === 'refused') return opened.refusal;
  if (opened.kind === 'wrong' || state.open === null) return undefined;
  return findPerson(state.open.store.read, opened.personId);
}

async function byVerifier(state: StationState, secret: Secret): Promise<Person | undefined> {
  if (state.open === null) return undefined;
  const found = await findPersonByName(state.open.store.read, loginOf(secret.name));
  if (found === undefined) {
    await workForNobody(secret.passphrase, state.options);
    return undefined;
  }
  return (await verifyPassphrase(secret.passphrase, found.verifier)) ? found.person : undefined;
}

const isRefusal = (found: Person | Refusal | undefined): found is Refusal => found !== undefined && 'code' in found;

function find(state: StationState, secret: Secret): Promise<Person | undefined | Refusal> {
  return state.open === null ? bySlot(state, secret) : byVerifier(state, secret);
}

const no = (refusal: Refusal): Authenticated => ({ ok: false, refusal });

/** The name whose tries are meant, and what for. */
interface Try {
  readonly state: StationState;
  readonly secret: Secret;
  readonly purpose: Purpose;
}

async function wrong({ state, secret, purpose }: Try, code: Refusal['code'], why = ''): Promise<Authenticated> {
  const left = await countWrongTry(state, secret.name, KINDS[purpose].wrong);
  return no({ code, params: { triesLeft: left, ...(why === '' ? {} : { why }) } });
}

const placeOf = ({ secret, purpose }: Try): string => `${purpose} ${secret.client}`;

/** Whoever is in gives the passphrase alone: the window itself was opened with both (NIST SP 800-63B, 4.2.3). */
async function factorOf(one: Try, person: Person): Promise<FactorVerdict> {
  const { state, secret, purpose } = one;
  if (state.open === null || purpose === 'unlock' || purpose === 'prove') return 'none';
  return judgeFactor({ state, open: state.open, person, at: placeOf(one) }, secret);
}

/** Why a lock asks for both. */
const WHY: { readonly [purpose in Purpose]?: string } = { 'unlock-both': 'long', 'unlock-codes': 'codes' };

/** The passphrase is right: what is asked for next, and of a key what it has to sign. */
async function needsFactor(one: Try, person: Person): Promise<Refusal> {
  const { open } = one.state;
  const asked = open === null ? null : await askForKey({ state: one.state, open, person, at: placeOf(one) });
  const why = WHY[one.purpose];
  return { code: 'second-factor-needed', params: { ...asked, ...(why === undefined ? {} : { why }) } };
}

/** Not let in by the passphrase alone. On record all the same: where nobody comes in after it, a stranger may know it (CJIS AU-2). */
async function stopAtFactor(one: Try, person: Person, verdict: FactorVerdict): Promise<Authenticated> {
  const at = stamp(one.state.options.clock.now());
  await noteSafely(one.state, { at, personId: person.id }, ['factor-asked']);
  return verdict === 'missing' ? no(await needsFactor(one, person)) : wrong(one, 'wrong-code', verdict);
}

async function comeIn(one: Try, person: Person): Promise<Authenticated> {
  const { state, secret, purpose } = one;
  const { open, options } = state;
  const at = stamp(options.clock.now());
  if (open !== null && (await wasAwayTooLong(open.store.read, person, options.clock.now()))) {
    await noteSafely(state, { at, personId: person.id }, ['too-long-away']);
    return no({ code: 'away-too-long', params: { days: LONGEST_ABSENCE_DAYS } });
  }
  const verdict = await factorOf(one, person);
  if (verdict !== 'right' && verdict !== 'none') return stopAtFactor(one, person, verdict);
  forgetTries(state, secret.name);
  await noteSafely(state, { at, personId: person.id }, [KINDS[purpose].right]);
  await restoreLostSlot(state, person, secret.passphrase);
  return { ok: true, person, byFactor: verdict === 'right' };
}

async function tryOnce(one: Try): Promise<Authenticated> {
  const { state, secret } = one;
  const before = await closedFor(state, secret.name);
  if (before !== null) return no(before);
  const wasSealed = state.open === null;
  const found = await find(state, secret);
  if (isRefusal(found)) return no(found);
  // The records may have been opened just now, and remember more than the file beside them.
  const closed = wasSealed ? await closedFor(state, secret.name) : null;
  if (closed !== null) return no(closed);
  return found?.active === true ? comeIn(one, found) : wrong(one, 'wrong-passphrase');
}

/**
 * Proves who somebody is, and puts on record that they did or did not. Unseals the records on the way where that is
 * still to be done. Tries of one name go one after the other: several at once share the five.
 */
export function authenticate(state: StationState, secret: Secret, purpose: Purpose): Promise<Authenticated> {
  const door = `${state.options.folder} ${loginOf(secret.name)}`;
  return oneAtATime(door, () => tryOnce({ state, secret, purpose }));
}
