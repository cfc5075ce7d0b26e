import { KEY_HOST } from '../../contract/key-host.ts';
import type { KeyTouch } from '../../contract/security-key.ts';
import { StoreFault } from '../../db/fault.ts';
import { findFactor } from '../../db/second-factor/reader.ts';
import { listKeys, type StoredKey } from '../../db/security-key/reader.ts';
import { insertKeyEvent } from '../../db/security-key/writer.ts';
import { toBase64url } from '../../proof/base64.ts';
import { hasCode, unsealFactor } from '../keys/factor-box.ts';
import { CHALLENGE_BYTES, judgeTouch } from '../keys/security-key.ts';
import { coverBy } from '../record.ts';
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

const toTouch = (personId: string): string => `touch ${personId}`;

/** For the sentence and the page: what else serves, what the key has to sign, and which keys may. */
interface AskedTouch extends Readonly<Record<string, string>> {
  readonly ways: 'key' | 'both';
  readonly challenge: string;
  /** With blanks between. */
  readonly credentials: string;
}

/** Asks for a touch of somebody's key; null where they have none. */
export async function askForKey({ state, open, person }: Asked): Promise<AskedTouch | null> {
  const keys = await listKeys(open.store.read, person.id);
  if (keys.length === 0) return null;
  const factor = await findFactor(open.store.read, person.id);
  const secret = factor === undefined ? null : unsealFactor(factor, open.key.box, factor.id);
  const ways = secret !== null && hasCode(secret) ? 'both' : 'key';
  const challenge = newChallenge(state, toTouch(person.id));
  return { ways, challenge, credentials: keys.map(({ credential }) => credential).join(' ') };
}

async function writeUse({ state, open, person }: Asked, keyId: string, signCount: number): Promise<void> {
  const scribe = { sources: state.options, log: open.station.logOrigin, actor: person.id };
  await open.store.transaction(async (tx) => {
    const told = { type: 'security-key.used' as const, disclosures: { key: { id: keyId, signCount } } };
    const meta = await coverBy(tx, scribe, told);
    await insertKeyEvent(tx, { id: state.options.ids.uuid(), keyId, kind: 'used', signCount }, meta);
  });
}

/** How far it counted is remembered until the program ends too, so an import or a full disk keeps nobody out. */
async function keepUse(asked: Asked, key: StoredKey, signCount: number): Promise<void> {
  const { state, open } = asked;
  state.securityKeys.counted.set(key.id, signCount);
  if (open.logTrouble !== null) return;
  await whenFree(state, () =>
    writeUse(asked, key.id, signCount).catch((fault: unknown) => {
      if (!(fault instanceof StoreFault)) throw fault;
    }),
  );
}

/** Looks at the touch of a key; what was asked of it serves once. A key that counts back is refused: it has a double. */
export async function judgeKey(asked: Asked, touch: KeyTouch): Promise<FactorVerdict> {
  const { state, open, person } = asked;
  const challenge = takeChallenge(state, toTouch(person.id));
  const key = (await listKeys(open.store.read, person.id)).find(({ credential }) => credential === touch.credential);
  if (key === undefined || challenge === null) return 'untouched';
  const signCount = Math.max(key.signCount, state.securityKeys.counted.get(key.id) ?? 0);
  const verdict = judgeTouch(touch, { host: KEY_HOST, challenge }, { publicKey: key.publicKey, signCount });
  if (verdict.kind === 'wrong') return 'untouched';
  if (verdict.kind === 'right') await keepUse(asked, key, verdict.signCount);
  return verdict.kind;
}
