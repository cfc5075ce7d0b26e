import { findPerson, findPersonByName } from '../db/person/reader.ts';
import type { Person } from '../policy/people.ts';
import type { Refusal } from '../policy/refusal.ts';
import { loginOf } from './keys/login.ts';
import { verifyPassphrase } from './keys/passphrase-verifier.ts';
import { forgetTries, noteTry, triesLeft } from './passphrase-tries.ts';
import { restoreLostSlot } from './recover-slot.ts';
import { unsealWithPassphrase } from './unseal.ts';
import type { StationState } from './state.ts';

export type Authenticated =
  { readonly ok: true; readonly person: Person } | { readonly ok: false; readonly refusal: Refusal };

interface Secret {
  readonly name: string;
  readonly passphrase: string;
}

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
  if (found === undefined) return undefined;
  return (await verifyPassphrase(secret.passphrase, found.verifier)) ? found.person : undefined;
}

const isRefusal = (found: Person | Refusal | undefined): found is Refusal => found !== undefined && 'code' in found;

function find(state: StationState, secret: Secret): Promise<Person | undefined | Refusal> {
  return state.open === null ? bySlot(state, secret) : byVerifier(state, secret);
}

/** Proves who somebody is. Unseals the records on the way where that is still to be done. */
export async function authenticate(state: StationState, secret: Secret): Promise<Authenticated> {
  if (triesLeft(state, secret.name) === 0) {
    return { ok: false, refusal: { code: 'too-many-tries', params: { minutes: 15 } } };
  }
  const takeBack = noteTry(state, secret.name);
  const found = await find(state, secret);
  if (isRefusal(found)) {
    takeBack();
    return { ok: false, refusal: found };
  }
  if (found?.active !== true) {
    return { ok: false, refusal: { code: 'wrong-passphrase', params: { triesLeft: triesLeft(state, secret.name) } } };
  }
  forgetTries(state, secret.name);
  await restoreLostSlot(state, found, secret.passphrase);
  return { ok: true, person: found };
}
