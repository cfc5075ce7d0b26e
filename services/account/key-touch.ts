import { KEY_HOST } from '../../contract/key-host.ts';
import type { KeyTouch } from '../../contract/security-key.ts';
import { StoreFault } from '../../db/fault.ts';
import { findFactor } from '../../db/second-factor/reader.ts';
import { listKeys, type StoredKey } from '../../db/security-key/reader.ts';
import { insertKeyEvent } from '../../db/security-key/writer.ts';
import { toBase64url } from '../../proof/base64.ts';
import { hasCode, unsealFactor } from '../keys/factor-box.ts';
import { CHALLENGE_BYTES, judgeTouch } from '../keys/security-key.ts';
import { noteSafely } from '../audit-trouble.ts';
import { stamp } from '../clock.ts';
import { coverBy } from '../record.ts';
import type { Member } from '../route.ts';
import type { StationState } from '../state.ts';
import { whenFree } from '../when-free.ts';
import type { Asked, FactorVerdict } from './factor-verdict.ts';

/** What was asked of a key is answered within so many milliseconds: twice as long as its window waits. */
const LONGEST_MS = 120_000;

/** Makes what a key has to sign, in place of what was asked before. Base64url. */
export function newChallenge({ options, securityKeys }: StationState, whom: string): string {
  const challenge = toBase64url(options.random(CHALLENGE_BYTES));
  securityKeys.asked.set(whom, { challenge, at: options.clock.now().getTime() });
  return challenge;
}

/** What was asked, this one time; null where nothing was, or too long ago. */
export function takeChallenge({ options, securityKeys }: StationState, whom: string): string | null {
  const asked = securityKeys.asked.get(whom);
  securityKeys.asked.delete(whom);
  const since = options.clock.now().getTime() - (asked?.at ?? 0);
  return asked === undefined || since < 0 || since > LONGEST_MS ? null : asked.challenge;
}

/** What a window is asked to have made; another window's does not serve there. */
export function toMake({ client, person }: Member): string {
  return `make ${client} ${person.id}`;
}

/** A key that is being made in a window is not taken any more. */
export function forgetNewKey(member: Member): void {
  member.state.securityKeys.asked.delete(toMake(member));
}

/** What was asked in one window, for one thing, serves nowhere else. */
const toTouch = ({ at, person }: Asked): string => `touch ${at} ${person.id}`;

/** The last count of 32 bits. A key that has a double is counted to it: nothing counts beyond, so it serves no more. */
const CLOSED = 0xffff_ffff;

function countOf({ securityKeys }: StationState, key: StoredKey): number {
  return Math.max(key.signCount, securityKeys.counted.get(key.id) ?? 0);
}

/** Whether a key lets its owner in: not once it counted back. */
export function serves(state: StationState, key: StoredKey): boolean {
  return countOf(state, key) < CLOSED;
}

/**
 * For the sentence and the page: what else serves, what the key has to sign, and which keys may, with blanks between.
 * `closed`: keys stand there, and none of them serves.
 */
type AskedTouch =
  | { readonly ways: 'key' | 'both'; readonly challenge: string; readonly credentials: string }
  | { readonly ways: 'closed' };

/** Asks for a touch of somebody's key; null where a code alone serves. */
export async function askForKey(asked: Asked): Promise<AskedTouch | null> {
  const { state, open, person } = asked;
  const keys = await listKeys(open.store.read, person.id);
  if (keys.length === 0) return null;
  const factor = await findFactor(open.store.read, person.id);
  const secret = factor === undefined ? null : unsealFactor(factor, open.key.box, factor.id);
  const phone = secret !== null && hasCode(secret);
  const serving = keys.filter((key) => serves(state, key));
  if (serving.length === 0) return phone ? null : { ways: 'closed' };
  const challenge = newChallenge(state, toTouch(asked));
  const credentials = serving.map(({ credential }) => credential).join(' ');
  return { ways: phone ? 'both' : 'key', challenge, credentials };
}

/** How far a key counted; `closed` where it is counted to the end. */
interface Counted {
  readonly kind: 'used' | 'closed';
  readonly signCount: number;
}

async function writeUse({ state, open, person }: Asked, keyId: string, { kind, signCount }: Counted): Promise<void> {
  const scribe = { sources: state.options, log: open.station.logOrigin, actor: person.id };
  await open.store.transaction(async (tx) => {
    const told = { type: `security-key.${kind}` as const, disclosures: { key: { id: keyId, signCount } } };
    const meta = await coverBy(tx, scribe, told);
    await insertKeyEvent(tx, { id: state.options.ids.uuid(), keyId, kind: 'used', signCount }, meta);
  });
}

/** How far it counted is remembered until the program ends too, so an import or a full disk keeps nobody out. */
async function keepUse(asked: Asked, key: StoredKey, counted: Counted): Promise<void> {
  const { state, open } = asked;
  state.securityKeys.counted.set(key.id, counted.signCount);
  if (open.logTrouble !== null) return;
  await whenFree(state, () =>
    writeUse(asked, key.id, counted).catch((fault: unknown) => {
      if (!(fault instanceof StoreFault)) throw fault;
    }),
  );
}

/** Whose key it is cannot be told any more: it serves neither of the two that hold one, and the audit says so. */
async function closeKey(asked: Asked, key: StoredKey): Promise<void> {
  const { state, person } = asked;
  if (!serves(state, key)) return;
  await keepUse(asked, key, { kind: 'closed', signCount: CLOSED });
  await noteSafely(state, { at: stamp(state.options.clock.now()), personId: person.id }, ['key-counted-back']);
}

/**
 * Looks at the touch of a key; what was asked of it serves once, and what was asked too long ago is asked again. A key
 * that counts back is refused from then on: it has a double (Web Authentication, 6.1.1).
 */
export async function judgeKey(asked: Asked, touch: KeyTouch): Promise<FactorVerdict> {
  const { state, open, person } = asked;
  const challenge = takeChallenge(state, toTouch(asked));
  if (challenge === null) return 'missing';
  const key = (await listKeys(open.store.read, person.id)).find(({ credential }) => credential === touch.credential);
  if (key === undefined) return 'untouched';
  const known = { publicKey: key.publicKey, signCount: countOf(state, key) };
  const verdict = judgeTouch(touch, { host: KEY_HOST, challenge }, known);
  if (verdict.kind === 'wrong') return 'untouched';
  if (verdict.kind === 'right') await keepUse(asked, key, { kind: 'used', signCount: verdict.signCount });
  else await closeKey(asked, key);
  return verdict.kind;
}
